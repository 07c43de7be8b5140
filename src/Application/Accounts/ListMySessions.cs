using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>Lists the caller's sessions, newest first.</summary>
[ForAccounts]
public sealed record ListMySessions : IRequest<Page<SessionLine>>;

/// <param name="Address">The network address from which the session was started.</param>
/// <param name="Current">Whether it is the session of this request.</param>
public sealed record SessionLine(
    Guid Id, string? Address, string? Device, bool SecondFactor, DateTimeOffset CreatedAt, DateTimeOffset RefreshedAt, bool Current);

internal sealed class ListMySessionsHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ListMySessions, Page<SessionLine>>
{
    public async Task<Page<SessionLine>> Handle(ListMySessions request, CancellationToken cancellationToken)
    {
        var account = AccountId.From(context.Caller.Id!.Value);
        var now = clock.GetUtcNow();
        var sessions = await db.Sessions.AsNoTracking()
            .Where(session => session.AccountId == account && session.EndedAt == null)
            .OrderByDescending(session => session.CreatedAt).ThenBy(session => session.Id)
            .ToListAsync(cancellationToken);

        return new(
            [
                .. sessions.Where(session => session.IsOpen(now)).Select(session => new SessionLine(
                    session.Id.Value,
                    session.Address,
                    session.Device,
                    session.SecondFactor,
                    session.CreatedAt,
                    session.RefreshedAt,
                    session.Id.Value == context.Caller.Session)),
            ],
            null,
            new());
    }
}
