using Compliance.Domain.Access;

namespace Compliance.Application.Access;

/// <summary>The settings for authentication, checked once at startup.</summary>
/// <param name="DemoAccounts">Whether the accounts of the demo data can sign in; only in Development.</param>
/// <param name="PublicUrl">The public address of this program, for links that it creates; null makes the links relative.</param>
public sealed record AccessSettings(bool DemoAccounts, string? PublicUrl)
{
    /// <summary>The path of the page on which an invitation is accepted.</summary>
    public const string InvitationPage = "/undangan";

    /// <summary>How long an access token is valid. Revocation takes effect sooner: see <see cref="KnownCallers"/>.</summary>
    public static readonly TimeSpan AccessTokenLife = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan InvitationLife = TimeSpan.FromHours(72);

    /// <summary>How long a new token is valid.</summary>
    public static TimeSpan LifeOf(TokenKind kind) => kind switch
    {
        TokenKind.Access => AccessTokenLife,
        TokenKind.Refresh => Session.Idle,
        TokenKind.Invitation => InvitationLife,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of token has no life."),
    };
}
