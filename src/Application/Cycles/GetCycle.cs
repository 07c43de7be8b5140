using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Cycles;

namespace Compliance.Application.Cycles;

[ForEveryone]
public sealed record GetCycle(int Year) : IRequest<CycleDetails>;

/// <param name="Assessments">The assessments of the cycle that the caller may see.</param>
/// <param name="AnnouncedAt">When its results were announced; null until then.</param>
public sealed record CycleDetails(
    Guid Id,
    int Year,
    string Instrument,
    CycleState State,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly? PlenaryOn,
    DateTimeOffset? AnnouncedAt,
    int Assessments,
    IReadOnlyList<string> AllowedActions)
{
    internal static CycleDetails Of(Cycle cycle, int assessments, Caller caller, DateTimeOffset now) => new(
        cycle.Id.Value,
        cycle.Year,
        cycle.Instrument,
        cycle.StateOn(IndonesianTime.DayOf(now)),
        cycle.OpensOn,
        cycle.ClosesOn,
        cycle.PlenaryOn,
        cycle.AnnouncedAt,
        assessments,
        [.. cycle.Actions.Where(action => caller.May(PermissionFor(action))).Select(action => action.ToCamelCase())]);

    private static Permission PermissionFor(CycleAction action) =>
        action == CycleAction.PlanAssessments ? Permission.PlanAssessments : Permission.DecideCycles;
}

internal static class CycleLoading
{
    public static async Task<Cycle> LoadByYear(this DbSet<Cycle> cycles, int year, CancellationToken cancellationToken) =>
        await cycles.SingleOrDefaultAsync(cycle => cycle.Year == year, cancellationToken) ?? throw new NotFoundException(ResourceKind.Cycle, year);

    public static async Task<CycleDetails> DetailsOf(
        this IComplianceDb db, Cycle cycle, Caller caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        CycleDetails.Of(cycle, await db.Assessments.CountAsync(assessment => assessment.CycleId == cycle.Id, cancellationToken), caller, now);
}

internal sealed class GetCycleHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<GetCycle, CycleDetails>
{
    public async Task<CycleDetails> Handle(GetCycle request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);

        return await db.DetailsOf(cycle, context.Caller, clock.GetUtcNow(), cancellationToken);
    }
}
