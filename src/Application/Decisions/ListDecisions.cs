using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Domain.Access;

namespace Compliance.Application.Decisions;

/// <summary>Lists the decisions of a cycle in order. Decisions that are not announced are visible only to those who decide.</summary>
[ForEveryone]
public sealed record ListDecisions(int Year) : IRequest<Page<DecisionDetails>>;

internal sealed class ListDecisionsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ListDecisions, Page<DecisionDetails>>
{
    public async Task<Page<DecisionDetails>> Handle(ListDecisions request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var all = context.Caller.May(Permission.DecideCycles);
        var rows = await (
            from decision in db.Decisions.AsNoTracking()
            where decision.CycleId == cycle.Id
            join announcement in db.Announcements on decision.Id equals announcement.DecisionId into announcements
            from announcement in announcements.DefaultIfEmpty()
            where all || announcement.Publication != null
            orderby decision.Ordinal
            select new { decision, announcement }).ToListAsync(cancellationToken);

        return new([.. rows.Select(row => DecisionDetails.Of(row.decision, row.announcement))], null, new());
    }
}
