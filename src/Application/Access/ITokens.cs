namespace Compliance.Application.Access;

public enum TokenKind
{
    Access,
    Refresh,
    Invitation,
}

/// <summary>
/// Makes tokens that nobody else can make and that tell nobody anything, with keys that all instances share.
/// A token of one kind is none of another.
/// </summary>
public interface ITokens
{
    string Issue(TokenKind kind, Guid subject, DateTimeOffset expiresAt);

    /// <summary>What a token of ours says, or nothing. Whether it has expired is the reader's question.</summary>
    TokenContent? Read(TokenKind kind, string token);
}

public sealed record TokenContent(Guid Subject, DateTimeOffset ExpiresAt);
