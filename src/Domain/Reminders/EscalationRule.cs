using Compliance.Domain.Contacts;

namespace Compliance.Domain.Reminders;

/// <param name="Days">Relative to the due day; negative before it.</param>
public readonly record struct EscalationStep(int Days, ContactPost Audience)
{
    public bool IsBefore => Days < 0;
}

/// <summary>Who is notified when. No official source defines it, so an office can change it.</summary>
public sealed record EscalationRule(IReadOnlyList<EscalationStep> Steps)
{
    /// <summary>For deadlines and corrective actions.</summary>
    public static readonly EscalationRule OfDuties = new(
    [
        new(-30, ContactPost.PersonInCharge),
        new(-7, ContactPost.PersonInCharge),
        new(-1, ContactPost.PersonInCharge),
        new(-1, ContactPost.HeadOfAgency),
        new(1, ContactPost.HeadOfAgency),
        new(7, ContactPost.RegionalSecretary),
        new(30, ContactPost.HeadOffice),
    ]);

    /// <summary>For ends of agreements, which cannot be late.</summary>
    public static readonly EscalationRule OfAgreementEnds = new(
        [new(-180, ContactPost.HeadOfAgency), new(-90, ContactPost.HeadOfAgency), new(-30, ContactPost.HeadOfAgency)]);

    /// <summary>The number of days between the first step and the due day.</summary>
    public int Lead => Steps.Count == 0 ? 0 : Math.Max(0, -Steps.Min(step => step.Days));

    /// <summary>The steps for head office, or those for all other sides.</summary>
    public EscalationRule At(bool headOffice) => new([.. Steps.Where(step => step.Audience == ContactPost.HeadOffice == headOffice)]);

    /// <summary>
    /// Returns the steps that are due on a day and not recorded yet. Steps that a missed run left out are made up for: of those before the due day
    /// only the latest for each audience, and none once that day has passed; of those after it, all.
    /// </summary>
    /// <param name="told">The steps that are recorded.</param>
    public IReadOnlyList<EscalationStep> StepsDue(DateOnly dueOn, DateOnly today, IReadOnlySet<EscalationStep> told)
    {
        var come = Steps.Distinct().Where(step => dueOn.DayNumber + step.Days <= today.DayNumber).ToList();
        var before = today > dueOn ? [] : come.Where(step => step.IsBefore).GroupBy(step => step.Audience).Select(steps => steps.MaxBy(step => step.Days));

        return [.. before.Concat(come.Where(step => !step.IsBefore)).Where(step => !told.Contains(step)).OrderBy(step => (step.Days, step.Audience))];
    }
}
