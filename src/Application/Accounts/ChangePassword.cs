using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Passwords;

namespace Compliance.Application.Accounts;

/// <summary>Changes the caller's own password. All other sessions end.</summary>
[ForAccounts]
public sealed record ChangePassword(string? Current, string? Next) : IRequest<PasswordChanged>;

/// <param name="SessionsEnded">How many sessions on other devices were ended.</param>
public sealed record PasswordChanged(int SessionsEnded);

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePassword>
{
    public ChangePasswordValidator()
    {
        RuleFor(request => request.Current).Required().NoLongerThan(PlainText.NoteLength);
        RuleFor(request => request.Next).Required().NoLongerThan(PlainText.NoteLength);
    }
}

internal sealed class ChangePasswordHandler(
    IComplianceDb db, ICredentials credentials, PasswordRules passwords, KnownCallers known, RequestContext context, TimeProvider clock)
    : IRequestHandler<ChangePassword, PasswordChanged>
{
    public async Task<PasswordChanged> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.LoadSelf(context, cancellationToken);
        passwords.Require(request.Next!, account, "/next");

        if (!await credentials.ChangePassword(account.Id, request.Current!, request.Next!))
        {
            await db.SaveDespiteRefusal(cancellationToken);

            throw new DomainException(AccessErrors.PasswordWrong);
        }

        var now = clock.GetUtcNow();
        var others = await db.Sessions
            .Where(session => session.AccountId == account.Id && session.EndedAt == null && session.Id != SessionId.From(context.Caller.Session!.Value))
            .ToListAsync(cancellationToken);
        others.ForEach(session => session.End(now));
        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(known.Clear);

        return new(others.Count);
    }
}
