namespace Compliance.Application.Access;

/// <summary>How callers are let in, checked once when the program starts.</summary>
/// <param name="DemoAccounts">Whether the accounts of the demo data count: in Development only.</param>
/// <param name="PublicUrl">Where people reach this program, for the links it makes; null: links are relative.</param>
public sealed record AccessSettings(bool DemoAccounts, string? PublicUrl)
{
    /// <summary>How long an access token lives. Revocation is quicker: it is looked up, see <see cref="KnownCallers"/>.</summary>
    public static readonly TimeSpan AccessTokenLife = TimeSpan.FromMinutes(15);

    public static readonly TimeSpan InvitationLife = TimeSpan.FromHours(72);
}
