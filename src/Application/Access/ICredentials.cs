using Compliance.Domain.Access;

namespace Compliance.Application.Access;

public enum SignInCheck
{
    Right,

    /// <summary>A wrong password, a wrong or repeated code, or a locked account: which, nobody is told.</summary>
    Refused,

    /// <summary>The password is right and the code is missing.</summary>
    OtpNeeded,
}

/// <summary>
/// What proves that somebody is who they say: passwords, authenticators and lockout, by ASP.NET Core Identity.
/// Changes are stored with the caller's next save, so that they stand in the same transaction as the audit.
/// </summary>
public interface ICredentials
{
    /// <summary>Forgets password and authenticator; whoever has the invitation may set a password.</summary>
    Task Invite(AccountId account, string invitationHash);

    /// <summary>Sets the password of whoever holds the invitation, which is used up. False where it is not the one.</summary>
    Task<bool> Accept(AccountId account, string invitationHash, string password);

    /// <param name="account">Null where nobody is meant: takes as long as for somebody.</param>
    Task<SignInCheck> Check(AccountId? account, string password, string? otp);

    Task<bool> ChangePassword(AccountId account, string current, string next);

    Task<bool> HasAuthenticator(AccountId account);

    /// <summary>A new secret in Base32, not yet in force; null where an authenticator is enrolled already.</summary>
    Task<string?> BeginAuthenticator(AccountId account);

    /// <summary>Puts the secret in force once its first code is shown. Null where none was begun.</summary>
    Task<bool?> ConfirmAuthenticator(AccountId account, string otp);

    Task Erase(AccountId account);
}
