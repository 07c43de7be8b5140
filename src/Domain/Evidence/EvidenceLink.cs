using Compliance.Domain.Common;

namespace Compliance.Domain.Evidence;

/// <summary>The rule for links: an absolute web address. The system never opens it.</summary>
public static class EvidenceLink
{
    public static DomainError? Check(string link) =>
        PlainText.Check(link, PlainText.NoteLength)
        ?? (link.All(char.IsAscii)
            && !link.Any(char.IsWhiteSpace)
            && Uri.TryCreate(link, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && link.StartsWith($"{uri.Scheme}://", StringComparison.OrdinalIgnoreCase)
            && uri.Host.Length > 0
            && uri.UserInfo.Length == 0
                ? null
                : EvidenceErrors.NotALink);
}
