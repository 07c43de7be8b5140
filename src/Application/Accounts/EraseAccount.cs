using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>
/// Erases all personal data of an account (UU 27/2022): address, name, password, sessions, and the personal data that the
/// audit stores apart from its hashes. The audit keeps the account's actions under its id, and the chain stays verifiable.
/// </summary>
[Needs(Permission.ManageUsers)]
public sealed record EraseAccount(string? Email, string? Reason) : IRequest<AccountErased>, IReasoned;

/// <param name="AuditRows">How many audit entries had personal data erased.</param>
public sealed record AccountErased(Guid Id, int AuditRows);

internal sealed class EraseAccountValidator : AbstractValidator<EraseAccount>
{
    public EraseAccountValidator()
    {
        RuleFor(request => request.Email).Required();
        RuleFor(request => request.Reason).Lines(PlainText.NoteLength);
    }
}

internal sealed class EraseAccountHandler(IComplianceDb db, ICredentials credentials, KnownCallers known, TimeProvider clock)
    : IRequestHandler<EraseAccount, AccountErased>
{
    public async Task<AccountErased> Handle(EraseAccount request, CancellationToken cancellationToken)
    {
        var key = Account.KeyOf(request.Email);
        var account = await db.Accounts.SingleOrDefaultAsync(each => each.EmailKey == key, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Account, request.Email!);
        var now = clock.GetUtcNow();
        var sessions = await db.Sessions.Where(session => session.AccountId == account.Id).ToListAsync(cancellationToken);
        await using var transaction = await db.Begin(cancellationToken);
        sessions.ForEach(session => session.Erase(now));
        account.Erase();
        await credentials.Erase(account.Id);
        var subject = account.Id.Value.ToString();
        await db.SaveChangesAsync(cancellationToken);
        var rows = await db.PersonalData.Where(data => data.Subject == subject).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await db.AfterCommit(known.Clear);

        return new(account.Id.Value, rows);
    }
}
