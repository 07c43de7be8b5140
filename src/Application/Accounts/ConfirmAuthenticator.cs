using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Completes the enrolment of an authenticator app with its first code. Every later sign-in then needs a code; this session needs none.</summary>
[ForAccounts]
public sealed record ConfirmAuthenticator(string? Otp) : IRequest<Me>;

internal sealed class ConfirmAuthenticatorValidator : AbstractValidator<ConfirmAuthenticator>
{
    public ConfirmAuthenticatorValidator()
    {
        RuleFor(request => request.Otp).Required().Text(PlainText.NameLength);
    }
}

internal sealed class ConfirmAuthenticatorHandler(IComplianceDb db, ICredentials credentials, KnownCallers known, RequestContext context)
    : IRequestHandler<ConfirmAuthenticator, Me>
{
    public async Task<Me> Handle(ConfirmAuthenticator request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.LoadSelf(context, cancellationToken);
        var isRight = await credentials.ConfirmAuthenticator(account.Id, request.Otp!);
        Rule.Require(isRight is not null, AccessErrors.AuthenticatorNotBegun);

        if (!isRight.Value)
        {
            // The failure is counted.
            await db.SaveDespiteRefusal(cancellationToken);

            throw new DomainException(AccessErrors.OtpWrong);
        }

        var id = SessionId.From(context.Caller.Session!.Value);
        var session = await db.Sessions.SingleAsync(each => each.Id == id, cancellationToken);
        session.Confirm();
        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(known.Clear);

        return Me.Of(CallerLookup.Of(account, session), account, isEnrolled: true);
    }
}
