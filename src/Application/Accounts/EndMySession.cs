using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Ends one of the caller's own sessions, the current one or another.</summary>
[ForAccounts]
public sealed record EndMySession(Guid Id) : IRequest<SessionsEnded>;

internal sealed class EndMySessionHandler(IComplianceDb db, KnownCallers known, RequestContext context, TimeProvider clock) : IRequestHandler<EndMySession, SessionsEnded>
{
    public async Task<SessionsEnded> Handle(EndMySession request, CancellationToken cancellationToken)
    {
        var id = SessionId.From(request.Id);
        var account = AccountId.From(context.Caller.Id!.Value);
        var session = await db.Sessions.SingleOrDefaultAsync(each => each.Id == id && each.AccountId == account, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Session, request.Id);
        var now = clock.GetUtcNow();
        var wasOpen = session.IsOpen(now);
        session.End(now);
        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(known.Clear);

        return new(wasOpen ? 1 : 0);
    }
}
