using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Ends all sessions of an account.</summary>
[Needs(Permission.ManageUsers)]
public sealed record EndUserSessions(Guid Id) : IRequest<SessionsEnded>;

public sealed record SessionsEnded(int Ended);

internal sealed class EndUserSessionsHandler(IComplianceDb db, KnownCallers known, TimeProvider clock) : IRequestHandler<EndUserSessions, SessionsEnded>
{
    public async Task<SessionsEnded> Handle(EndUserSessions request, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.LoadById(request.Id, cancellationToken);
        var ended = await db.EndSessions(account.Id, clock.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(known.Clear);

        return new(ended);
    }
}

internal static class SessionEnding
{
    public static async Task<int> EndSessions(this IComplianceDb db, AccountId account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await db.Sessions.Where(session => session.AccountId == account && session.EndedAt == null).ToListAsync(cancellationToken);
        open.ForEach(session => session.End(now));

        return open.Count;
    }
}
