using System.Text.RegularExpressions;
using Compliance.Domain.Common;

namespace Compliance.Domain.Passwords;

/// <summary>
/// What a password must be: long, and not what everybody would try first (NIST SP 800-63B-4, section 3.1.1.2). Any
/// character may stand in it and none must.
/// </summary>
/// <param name="common">Common passwords, in lower case and as <see cref="Normalise"/> leaves them.</param>
public sealed partial class PasswordRules(IReadOnlySet<string> common)
{
    /// <summary>NIST's minimum where the password is the only factor.</summary>
    public const int Shortest = 15;

    /// <summary>NIST asks for 64 at least; some limit must be, since hashing takes its time.</summary>
    public const int Longest = 128;

    /// <summary>Shorter names are parts of too many words.</summary>
    public const int ShortestName = 4;

    private readonly CommonPasswords common = new(common);

    /// <summary>The form in which a password is counted, hashed and compared: NFC, as RFC 8265 has it for passwords.</summary>
    public static string Normalise(string password) => ComposedText.Of(password);

    /// <summary>Everything that is wrong with a password, or nothing.</summary>
    /// <param name="context">The person's names and e-mail addresses; of an address, what stands before the @ counts.</param>
    public IReadOnlyList<DomainError> Check(string password, params IEnumerable<string> context)
    {
        var text = Normalise(password);
        var length = LengthOf(text);

        // Of what is too long anyway, no more is read than could be allowed: whoever sends much does not keep us busy.
        var read = Fold(string.Concat(text.EnumerateRunes().Take(Longest)));

        (bool Wrong, DomainError Error)[] findings =
        [
            (length < Shortest, PasswordErrors.TooShort),
            (length > Longest, PasswordErrors.TooLong),
            (common.Make(read), PasswordErrors.Common),
            (Predictability.IsPredictable(read), PasswordErrors.Predictable),
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
