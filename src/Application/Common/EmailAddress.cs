using MimeKit;

namespace Compliance.Application.Common;

/// <summary>
/// An e-mail address that a message can be sent to: <c>local@domain</c> of RFC 5322 without quotes and comments, as MimeKit reads it, which also writes the
/// messages. Only ASCII, because few mail servers accept anything else (RFC 6531); the domain of another script is written in its ASCII form (<c>xn--</c>).
/// </summary>
public readonly record struct EmailAddress
{
    /// <summary>The longest path of SMTP without its angle brackets (RFC 5321, 4.5.3.1.3).</summary>
    public const int Length = 254;

    private const int LocalLength = 64;

    /// <summary>They have a meaning in headers or in the commands of SMTP.</summary>
    private const string Special = "()<>[]:;\\,\"";

    /// <summary>Unlike the usual options, these guess nothing.</summary>
    private static readonly ParserOptions strict = new()
    {
        AddressParserComplianceMode = RfcComplianceMode.Strict,
        AllowAddressesWithoutDomain = false,
        AllowUnquotedCommasInAddresses = false,
    };

    private EmailAddress(string text) => Text = text;

    /// <summary>As it was given, without spaces around it.</summary>
    public string Text { get; }

    /// <summary>Returns the address, or null if no message could be sent to it. Spaces around it are left out.</summary>
    public static EmailAddress? Of(string? given) =>
        given?.Trim() is { Length: > 0 and <= Length } text
        && text.All(sign => sign is > ' ' and <= '~' && !Special.Contains(sign, StringComparison.Ordinal))
        && MailboxAddress.TryParse(strict, text, out var mailbox)
        && mailbox.GetAddress(idnEncode: true).Equals(text, StringComparison.OrdinalIgnoreCase)
        && mailbox.LocalPart.Length <= LocalLength
        && Uri.CheckHostName(text[(mailbox.LocalPart.Length + 1)..]) == UriHostNameType.Dns
            ? new(text)
            : null;

    public override string ToString() => Text;
}
