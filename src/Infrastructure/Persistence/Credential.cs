using Microsoft.AspNetCore.Identity;

namespace Compliance.Infrastructure.Persistence;

/// <summary>The credentials of the account with the same id; the user of ASP.NET Core Identity.</summary>
internal sealed class Credential : IdentityUser<Guid>
{
    /// <summary>SHA-256 of the open invitation; null once it is used.</summary>
    public string? InvitationHash { get; set; }

    /// <summary>The authenticator's secret, encrypted with the keys of token protection.</summary>
    public string? OtpSecret { get; set; }

    /// <summary>The time step of the last accepted code, so that no code is accepted twice.</summary>
    public long LastOtpStep { get; set; }
}
