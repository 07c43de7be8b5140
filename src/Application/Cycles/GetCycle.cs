using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Cycles;

namespace Compliance.Application.Cycles;

[ForEveryone]
public sealed record GetCycle(int Year) : IRequest<CycleDetails>;

/// <param name="Assessments">Those of the cycle that the caller may see.</param>
public sealed record CycleDetails(
    Guid Id, int Year, string Instrument, CycleState State, DateOnly OpensOn, DateOnly ClosesOn, int Assessments, IReadOnlyList<string> AllowedActions)
{
    internal static CycleDetails Of(Cycle cycle, int assessments, Caller caller, DateTimeOffset now) => new(
        cycle.Id.Value,
        cycle.Year,
        cycle.Instrument,
        cycle.StateOn(IndonesianTime.DayOf(now)),
        cycle.OpensOn,
        cycle.ClosesOn,
        assessments,
        caller.May(Permission.PlanAssessments) ? ["planAssessments"] : []);
}

internal static class CycleLoading
{
    public static async Task<Cycle> LoadByYear(this DbSet<Cycle> cycles, int year, CancellationToken cancellationToken) =>
        await cycles.SingleOrDefaultAsync(cycle => cycle.Year == year, cancellationToken) ?? throw new NotFoundException(nameof(Cycle), year);
}

internal sealed class GetCycleHandler(IComplianceDb db, Call call, TimeProvider clock) : IRequestHandler<GetCycle, CycleDetails>
{
    public async Task<CycleDetails> Handle(GetCycle request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var assessments = await db.Assessments.CountAsync(assessment => assessment.CycleId == cycle.Id, cancellationToken);

        return CycleDetails.Of(cycle, assessments, call.Caller, clock.GetUtcNow());
    }
}
