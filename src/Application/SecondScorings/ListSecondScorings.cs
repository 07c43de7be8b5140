using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.SecondScorings;

namespace Compliance.Application.SecondScorings;

/// <summary>Lists second scorings in order of creation, of one cycle or of all that the caller's grants cover.</summary>
[Needs(Permission.ReadSecondScorings)]
public sealed record ListSecondScorings(int? Cycle, Paging Paging) : IRequest<Page<SecondScoringDetails>>;

internal sealed class ListSecondScoringsHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ListSecondScorings, Page<SecondScoringDetails>>
{
    public async Task<Page<SecondScoringDetails>> Handle(ListSecondScorings request, CancellationToken cancellationToken)
    {
        var scope = CycleScope.Of(context.Caller, Permission.ReadSecondScorings);
        var after = request.Paging.After is { } cursor ? SecondScoringId.From(cursor.Part<Guid>(0)) : default(SecondScoringId?);
        var rows = await db.SecondScoringsWithNames()
            .Where(scope.Covers<SecondScoringRow>(row => row.Scoring.Year))
            .Where(row => (request.Cycle == null || row.Scoring.Year == request.Cycle) && (after == null || row.Scoring.Id > after))
            .OrderBy(row => row.Scoring.Id)
            .Take(request.Paging.Limit + 1)
            .ToListAsync(cancellationToken);

        return request.Paging.Cut(rows, row => row.ToDetails(context.Caller), row => new(row.Scoring.Id.Value.ToString()));
    }
}
