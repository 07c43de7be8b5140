namespace Compliance.Application.Access;

public enum TokenKind
{
    Access,
    Refresh,
    Invitation,
}

/// <summary>
/// Issues opaque, tamper-proof tokens, with keys that all instances share.
/// A token of one kind is not accepted as another kind.
/// </summary>
public interface ITokens
{
    string Issue(TokenKind kind, Guid subject, DateTimeOffset expiresAt);

    /// <summary>
    /// Returns the content of a token that we issued, else null. The caller checks whether it has expired. One that is valid for longer than
    /// <see cref="AccessSettings.LifeOf"/> is none of ours.
    /// </summary>
    TokenContent? Read(TokenKind kind, string token);
}

public sealed record TokenContent(Guid Subject, DateTimeOffset ExpiresAt);
