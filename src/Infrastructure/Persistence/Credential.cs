using Microsoft.AspNetCore.Identity;

namespace Compliance.Infrastructure.Persistence;

/// <summary>What proves that somebody is the owner of the account of the same id; ASP.NET Core Identity's user.</summary>
internal sealed class Credential : IdentityUser<Guid>
{
    /// <summary>SHA-256 of the invitation that is open; null once used.</summary>
    public string? InvitationHash { get; set; }

    /// <summary>The authenticator's secret, encrypted with the keys of token protection.</summary>
    public string? OtpSecret { get; set; }

    /// <summary>The step of the last code that was taken, so that no code is good twice.</summary>
    public long LastOtpStep { get; set; }
}
