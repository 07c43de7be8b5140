using Compliance.Domain.Contacts;

namespace Compliance.Domain.Reminders;

/// <param name="Days">From the day on which it is due; below zero before it.</param>
public readonly record struct EscalationStep(int Days, ContactPost Audience)
{
    public bool IsBefore => Days < 0;
}

/// <summary>Who is told when. Nothing official fixes it, so an office may set it otherwise.</summary>
public sealed record EscalationRule(IReadOnlyList<EscalationStep> Steps)
{
    /// <summary>Of what somebody has to do.</summary>
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

    /// <summary>Of agreements that end, which nobody is late with.</summary>
    public static readonly EscalationRule OfAgreementEnds = new(
        [new(-180, ContactPost.HeadOfAgency), new(-90, ContactPost.HeadOfAgency), new(-30, ContactPost.HeadOfAgency)]);

    /// <summary>How many days before something is due its first step comes.</summary>
    public int Lead => Steps.Count == 0 ? 0 : Math.Max(0, -Steps.Min(step => step.Days));

    /// <summary>The steps for one side, which is head office or another one.</summary>
    public EscalationRule At(bool headOffice) => new([.. Steps.Where(step => step.Audience == ContactPost.HeadOffice == headOffice)]);

    /// <summary>
    /// What is to be told on a day and was not yet. What a missed run left is told now: of the steps before the due day
    /// only the latest of each audience, and none once that day has passed; of those after it, all.
    /// </summary>
    /// <param name="told">The steps that are recorded.</param>
    public IReadOnlyList<EscalationStep> StepsDue(DateOnly dueOn, DateOnly today, IReadOnlySet<EscalationStep> told)
    {
        var come = Steps.Distinct().Where(step => dueOn.DayNumber + step.Days <= today.DayNumber).ToList();
        var before = today > dueOn ? [] : come.Where(step => step.IsBefore).GroupBy(step => step.Audience).Select(steps => steps.MaxBy(step => step.Days));

        return [.. before.Concat(come.Where(step => !step.IsBefore)).Where(step => !told.Contains(step)).OrderBy(step => (step.Days, step.Audience))];
    }
}
