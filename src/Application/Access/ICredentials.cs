using Compliance.Domain.Access;

namespace Compliance.Application.Access;

public enum SignInCheck
{
    Right,

    /// <summary>Wrong password, wrong or reused code, or locked account; the caller is not told which.</summary>
    Refused,

    /// <summary>The password is right and the code is missing.</summary>
    OtpNeeded,
}

/// <summary>
/// Verifies passwords, authenticator codes and lockout, by ASP.NET Core Identity.
/// Changes are stored by the caller's next save, in the same transaction as the audit.
/// </summary>
public interface ICredentials
{
    /// <summary>Removes password and authenticator; the invitation then permits setting a new password.</summary>
    Task Invite(AccountId account, string invitationHash);

    /// <summary>Sets the password and consumes the invitation. Returns false if the invitation is not the current one.</summary>
    Task<bool> Accept(AccountId account, string invitationHash, string password);

    /// <param name="account">Null if there is no such account: the check takes as long as for an existing one.</param>
    Task<SignInCheck> Check(AccountId? account, string password, string? otp);

    Task<bool> ChangePassword(AccountId account, string current, string next);

    Task<bool> HasAuthenticator(AccountId account);

    /// <summary>Returns a new secret in Base32, not yet active; null if an authenticator is already enrolled.</summary>
    Task<string?> BeginAuthenticator(AccountId account);

    /// <summary>
    /// Activates the secret if its first code is correct. A wrong one counts like one at sign-in, and a locked account is refused. Returns null if no
    /// enrolment was begun.
    /// </summary>
    Task<bool?> ConfirmAuthenticator(AccountId account, string otp);

    Task Erase(AccountId account);
}
