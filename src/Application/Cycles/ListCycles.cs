using System.Globalization;
using Compliance.Application.Access;
using Compliance.Domain.Cycles;

namespace Compliance.Application.Cycles;

/// <summary>Lists the cycles, newest first.</summary>
[ForEveryone]
public sealed record ListCycles(Paging Paging) : IRequest<Page<CycleLine>>;

public sealed record CycleLine(int Year, string Instrument, CycleState State, DateOnly OpensOn, DateOnly ClosesOn);

internal sealed class ListCyclesHandler(IComplianceDb db, TimeProvider clock) : IRequestHandler<ListCycles, Page<CycleLine>>
{
    public async Task<Page<CycleLine>> Handle(ListCycles request, CancellationToken cancellationToken)
    {
        var today = IndonesianTime.DayOf(clock.GetUtcNow());
        var before = request.Paging.After is { } cursor ? cursor.Part<int>(0) : int.MaxValue;
        var rows = await db.Cycles.AsNoTracking()
            .Where(cycle => cycle.Year < before)
            .OrderByDescending(cycle => cycle.Year)
            .Take(request.Paging.Limit + 1)
            .ToListAsync(cancellationToken);

        return request.Paging.Cut(
            rows,
            cycle => new CycleLine(cycle.Year, cycle.Instrument, cycle.StateOn(today), cycle.OpensOn, cycle.ClosesOn),
            cycle => new(cycle.Year.ToString(CultureInfo.InvariantCulture)));
    }
}
