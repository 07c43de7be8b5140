using System.Text.RegularExpressions;
using Compliance.Domain.Common;

namespace Compliance.Domain.Passwords;

/// <summary>
/// The password rules: long enough, and not among those that an attacker tries first (NIST SP 800-63B-4, section 3.1.1.2).
/// Every character is allowed, and none is required.
/// </summary>
/// <param name="common">Common passwords, in lower case and normalised by <see cref="Normalise"/>.</param>
public sealed partial class PasswordRules(IReadOnlySet<string> common)
{
    /// <summary>NIST's minimum for a password that is the only factor.</summary>
    public const int Shortest = 15;

    /// <summary>NIST requires at least 64; there must be a limit because hashing takes time.</summary>
    public const int Longest = 128;

    /// <summary>Shorter names occur in too many words.</summary>
    public const int ShortestName = 4;

    private readonly CommonPasswords common = new(common);

    /// <summary>Returns the form in which a password is counted, hashed and compared: NFC, which RFC 8265 specifies for passwords.</summary>
    public static string Normalise(string password) => ComposedText.Of(password);

    /// <summary>Returns all faults of a password.</summary>
    /// <param name="context">The person's names and e-mail addresses; of an address, the part before the @ counts.</param>
    public IReadOnlyList<DomainError> Check(string password, params IEnumerable<string> context)
    {
        var text = Normalise(password);
        var length = LengthOf(text);

        // Text beyond the maximum length is not examined, so that long input cannot keep the server busy.
        var read = Fold(string.Concat(text.EnumerateRunes().Take(Longest)));

        (bool Wrong, DomainError Error)[] findings =
        [
            (length < Shortest, PasswordErrors.TooShort),
            (length > Longest, PasswordErrors.TooLong),
            (common.Make(read), PasswordErrors.Common),
            (PredictableSequences.IsPredictable(read), PasswordErrors.Predictable),
            (context.SelectMany(NamesIn).Any(name => read.Contains(name, StringComparison.Ordinal)), PasswordErrors.NamesYou),
        ];

        return [.. findings.Where(finding => finding.Wrong).Select(finding => finding.Error)];
    }

    private static IEnumerable<string> NamesIn(string context)
    {
        var own = Fold(Normalise(context)).Split('@')[0].Trim();

        return NameSeparator().Split(own).Append(own).Where(name => LengthOf(name) >= ShortestName);
    }

    private static int LengthOf(string text) => text.EnumerateRunes().Count();

    private static string Fold(string text) => text.ToLowerInvariant();

    [GeneratedRegex(@"[^\p{L}\p{M}]+")]
    private static partial Regex NameSeparator();
}
