using System.Security.Cryptography;
using System.Text;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Passwords;
using Compliance.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Compliance.Infrastructure.Identity;

internal sealed class Credentials(UserManager<Credential> users, DummyPasswordHash dummy, IDataProtectionProvider protection, TimeProvider clock) : ICredentials
{
    private readonly IDataProtector secrets = protection.CreateProtector("otp-secret");

    public async Task Invite(AccountId account, string invitationHash)
    {
        if (await users.FindByIdAsync(NameOf(account)) is { } existing)
        {
            Clear(existing);
            existing.InvitationHash = invitationHash;
            await Require(users.UpdateSecurityStampAsync(existing));
        }
        else
        {
            var made = new Credential { Id = account.Value, UserName = NameOf(account), InvitationHash = invitationHash, LockoutEnabled = true };
            await Require(users.CreateAsync(made));
        }
    }

    public async Task<bool> Accept(AccountId account, string invitationHash, string password)
    {
        var credential = await users.FindByIdAsync(NameOf(account));

        if (credential?.InvitationHash is not { } expected || !AreEqual(expected, invitationHash))
        {
            return false;
        }

        credential.InvitationHash = null;
        await Require(users.AddPasswordAsync(credential, PasswordRules.Normalise(password)));

        return true;
    }

    public async Task<SignInCheck> Check(AccountId? account, string password, string? otp)
    {
        var credential = account is { } id ? await users.FindByIdAsync(NameOf(id)) : null;

        if (credential?.PasswordHash is null)
        {
            // The response time must not reveal whether the account exists.
            users.PasswordHasher.VerifyHashedPassword(new(), dummy.Value, password);

            return SignInCheck.Refused;
        }

        var isRight = await users.CheckPasswordAsync(credential, PasswordRules.Normalise(password));

        if (IsLocked(credential))
        {
            return SignInCheck.Refused;
        }

        if (isRight && credential.TwoFactorEnabled && string.IsNullOrEmpty(otp))
        {
            return SignInCheck.OtpNeeded;
        }

        if (!isRight || (credential.TwoFactorEnabled && !AcceptOtp(credential, otp!)))
        {
            await CountFailure(credential);

            return SignInCheck.Refused;
        }

        if (credential.TwoFactorEnabled || credential.AccessFailedCount > 0)
        {
            // A new stamp even if only the step of the code changed: otherwise two requests at the same moment could use the same code.
            credential.AccessFailedCount = 0;
            await Require(users.UpdateAsync(credential));
        }

        return SignInCheck.Right;
    }

    public async Task<bool> ChangePassword(AccountId account, string current, string next)
    {
        var credential = await Get(account);

        if (IsLocked(credential))
        {
            return false;
        }

        if (!await users.CheckPasswordAsync(credential, PasswordRules.Normalise(current)))
        {
            await CountFailure(credential);

            return false;
        }

        credential.AccessFailedCount = 0;
        await Require(users.RemovePasswordAsync(credential));
        await Require(users.AddPasswordAsync(credential, PasswordRules.Normalise(next)));

        return true;
    }

    public async Task<bool> HasAuthenticator(AccountId account) => (await users.FindByIdAsync(NameOf(account)))?.TwoFactorEnabled == true;

    public async Task<string?> BeginAuthenticator(AccountId account)
    {
        var credential = await Get(account);

        if (credential.TwoFactorEnabled)
        {
            return null;
        }

        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        credential.OtpSecret = Convert.ToBase64String(secrets.Protect(secret));
        await Require(users.UpdateAsync(credential));

        return Base32.Write(secret);
    }

    public async Task<bool?> ConfirmAuthenticator(AccountId account, string otp)
    {
        var credential = await Get(account);

        if (credential.OtpSecret is null || credential.TwoFactorEnabled)
        {
            return null;
        }

        if (IsLocked(credential))
        {
            return false;
        }

        if (!AcceptOtp(credential, otp))
        {
            await CountFailure(credential);

            return false;
        }

        (credential.TwoFactorEnabled, credential.AccessFailedCount) = (true, 0);
        await Require(users.UpdateAsync(credential));

        return true;
    }

    public async Task Erase(AccountId account)
    {
        if (await users.FindByIdAsync(NameOf(account)) is { } credential)
        {
            await Require(users.DeleteAsync(credential));
        }
    }

    private static string NameOf(AccountId account) => account.Value.ToString();

    private static bool AreEqual(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    private static void Clear(Credential credential)
    {
        credential.PasswordHash = null;
        credential.OtpSecret = null;
        credential.TwoFactorEnabled = false;
        credential.AccessFailedCount = 0;
        credential.LockoutEnd = null;
    }

    /// <summary>Everything that Identity could refuse was checked before, so a refusal is an error of the program.</summary>
    private static async Task Require(Task<IdentityResult> change)
    {
        var result = await change;

        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join("; ", result.Errors.Select(error => error.Code)));
        }
    }

    private bool IsLocked(Credential credential) => credential.LockoutEnd > clock.GetUtcNow();

    /// <summary>Uses the settings of Identity, but the clock of the program: Identity's own method uses the system clock.</summary>
    private async Task CountFailure(Credential credential)
    {
        var lockout = users.Options.Lockout;
        credential.AccessFailedCount++;

        if (credential.AccessFailedCount >= lockout.MaxFailedAccessAttempts)
        {
            credential.AccessFailedCount = 0;
            credential.LockoutEnd = clock.GetUtcNow() + lockout.DefaultLockoutTimeSpan;
        }

        await Require(users.UpdateAsync(credential));
    }

    private bool AcceptOtp(Credential credential, string otp)
    {
        var secret = secrets.Unprotect(Convert.FromBase64String(credential.OtpSecret!));
        var step = Totp.Match(secret, otp, credential.LastOtpStep, clock.GetUtcNow());
        credential.LastOtpStep = step ?? credential.LastOtpStep;

        return step is not null;
    }

    private async Task<Credential> Get(AccountId account) =>
        await users.FindByIdAsync(NameOf(account)) ?? throw new InvalidOperationException("An account that signed in has a credential.");
}
