using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Commitments;

/// <summary>The work plan of an agreement for a year: its summary, and the deadlines in that year.</summary>
/// <param name="Summary">Null if none was written yet.</param>
/// <param name="Totals">The totals of the deadlines.</param>
public sealed record WorkPlanDetails(
    Guid Agreement,
    int Year,
    string? Summary,
    DateOnly? AdoptedOn,
    PlanTotals Totals,
    IReadOnlyList<PlannedDeadline> Deadlines,
    IReadOnlyList<string> AllowedActions,
    int Version);

/// <summary>Counts of deadlines, and the weights of their commitments.</summary>
/// <param name="ClosedShare">The weight of closed deadlines, of the weight of all; null if nothing is due.</param>
public sealed record PlanTotals(int Open, int Overdue, int Reported, int Closed, decimal Weight, decimal ClosedWeight, decimal? ClosedShare);

public sealed record PlannedDeadline(
    Guid Commitment, string Title, ObligatedRef Obligated, string PersonInCharge, DateOnly DueOn, ObligationStatus Status, int DaysLate, decimal Weight);

internal static class WorkPlans
{
    public static async Task<IReadOnlyList<WorkPlanDetails>> ShowPlans(
        this IComplianceDb db, Agreement agreement, IReadOnlyList<int> years, Caller caller, DateOnly today, CancellationToken cancellationToken)
    {
        var plans = await db.WorkPlans.AsNoTracking().Where(each => each.AgreementId == agreement.Id && years.Contains(each.Year))
            .ToDictionaryAsync(each => each.Year, cancellationToken);
        var commitments = await db.Commitments.AsNoTracking().Include(each => each.Deadlines).Where(each => each.AgreementId == agreement.Id)
            .ToListAsync(cancellationToken);
        var names = await db.NamesOf(agreement, commitments, cancellationToken);
        IReadOnlyList<string> allowed = agreement.SignedOn is not null && caller.MayAt(Permission.ManageAgreements, agreement.Office) ? ["writeWorkPlan"] : [];
        var planned = commitments.SelectMany(each => each.Deadlines.Select(deadline => (Commitment: each, Deadline: deadline)))
            .OrderBy(each => each.Deadline.DueOn).ThenBy(each => each.Deadline.Id.Value)
            .ToLookup(each => each.Deadline.DueOn.Year, each => new PlannedDeadline(
                each.Commitment.Id.Value,
                each.Commitment.Title,
                names.Of(each.Commitment.Obligated),
                each.Commitment.PersonInCharge,
                each.Deadline.DueOn,
                each.Deadline.StatusOn(today),
                each.Deadline.DaysLateOn(today),
                each.Commitment.Weight));

        return [.. years.Select(year => Show(year, plans.GetValueOrDefault(year), [.. planned[year]]))];

        WorkPlanDetails Show(int year, WorkPlan? plan, IReadOnlyList<PlannedDeadline> due) =>
            new(agreement.Id.Value, year, plan?.Summary, plan?.AdoptedOn, TotalsOf(due), due, allowed, plan?.Version ?? 0);
    }

    private static PlanTotals TotalsOf(IReadOnlyList<PlannedDeadline> due)
    {
        var (all, closed) = (due.Sum(each => each.Weight), due.Where(each => each.Status == ObligationStatus.Closed).Sum(each => each.Weight));

        var counts = ObligationCounts.Of([.. due.Select(each => each.Status)]);

        return new(counts.Open, counts.Overdue, counts.Reported, counts.Closed, all, closed, Figures.Share(closed, all));
    }
}
