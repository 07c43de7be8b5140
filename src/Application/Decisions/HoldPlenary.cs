using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Domain.Access;

namespace Compliance.Application.Decisions;

/// <summary>Records the meeting of the commissioners that adopted the results. Refused while anything is unsettled, with the list of it.</summary>
/// <param name="On">Today if left out.</param>
[Needs(Permission.DecideCycles)]
public sealed record HoldPlenary(int Year, DateOnly? On) : IRequest<CycleDetails>, IRepeatable;

internal sealed class HoldPlenaryHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<HoldPlenary, CycleDetails>
{
    public async Task<CycleDetails> Handle(HoldPlenary request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var today = IndonesianTime.DayOf(now);
        cycle.HoldPlenary(request.On ?? cycle.PlenaryOn ?? today, today, await db.UnsettledOf(cycle, today, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);

        return await db.DetailsOf(cycle, context.Caller, now, cancellationToken);
    }
}
