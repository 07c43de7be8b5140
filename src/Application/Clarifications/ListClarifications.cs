using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Domain.Access;
using Compliance.Domain.Clarifications;

namespace Compliance.Application.Clarifications;

/// <summary>Lists the clarifications of a cycle for head office, in order of creation.</summary>
[Needs(Permission.VerifyAssessments)]
public sealed record ListClarifications(int Year, Paging Paging) : IRequest<Page<ClarificationDetails>>;

internal sealed class ListClarificationsHandler(IComplianceDb db) : IRequestHandler<ListClarifications, Page<ClarificationDetails>>
{
    public async Task<Page<ClarificationDetails>> Handle(ListClarifications request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var after = request.Paging.After is { } cursor ? ClarificationId.From(cursor.Part<Guid>(0)) : default(ClarificationId?);
        var rows = await db.ClarificationsWithUnits()
            .Where(row => row.Clarification.CycleId == cycle.Id && (after == null || row.Clarification.Id > after))
            .OrderBy(row => row.Clarification.Id)
            .Take(request.Paging.Limit + 1)
            .ToListAsync(cancellationToken);

        return request.Paging.Cut(rows, row => row.ToDetails(), row => new(row.Clarification.Id.Value.ToString()));
    }
}
