using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>
/// Begins the enrolment of an authenticator app; its first code completes it. Requires the password again, because
/// somebody who finds an open session must not obtain the second factor.
/// </summary>
[ForAccounts]
public sealed record EnrolAuthenticator(string? Password) : IRequest<AuthenticatorBegun>;

/// <param name="Secret">The secret in Base32, shown once.</param>
/// <param name="Uri">The content of the QR code that the app scans.</param>
public sealed record AuthenticatorBegun(string Secret, string Uri);

internal sealed class EnrolAuthenticatorValidator : AbstractValidator<EnrolAuthenticator>
{
    public EnrolAuthenticatorValidator() =>
        RuleFor(request => request.Password).Required().NoLongerThan(PlainText.NoteLength);
}

internal sealed class EnrolAuthenticatorHandler(IComplianceDb db, ICredentials credentials, RequestContext context)
    : IRequestHandler<EnrolAuthenticator, AuthenticatorBegun>
{
    private const string Issuer = "Compliance";

    public async Task<AuthenticatorBegun> Handle(EnrolAuthenticator request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.LoadSelf(context, cancellationToken);
        var check = await credentials.Check(account.Id, request.Password!, otp: null);

        if (check == SignInCheck.Refused)
        {
            await db.SaveDespiteRefusal(cancellationToken);

            throw new DomainException(AccessErrors.PasswordWrong);
        }

        var secret = await credentials.BeginAuthenticator(account.Id);
        Rule.Require(secret is not null, AccessErrors.AuthenticatorEnrolled);
        await db.SaveChangesAsync(cancellationToken);

        return new(secret, $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account.Email!)}?secret={secret}&issuer={Issuer}");
    }
}
