using Compliance.Domain.Agreements;
using Compliance.Domain.Common;

namespace Compliance.Domain.Commitments;

/// <summary>The rules for every commitment under its agreement.</summary>
internal static class CommitmentRules
{
    /// <summary>Requires that the agreement accepts commitments.</summary>
    public static void RequireOpen(Agreement agreement, DateOnly today)
    {
        Rule.Require(agreement.SignedOn is not null, AgreementErrors.NotSigned);
        Rule.Require(agreement.TerminatedOn is not { } ended || today < ended, AgreementErrors.Terminated);
        Rule.Require(today <= agreement.EffectiveTo, CommitmentErrors.AgreementEnded);
    }

    public static IEnumerable<Fault> FaultsOf(CommitmentContent content, Agreement agreement)
    {
        if (!agreement.Covers(content.Obligated.AsParty))
        {
            yield return CommitmentErrors.ObligatedNotParty.At("/obligated");
        }

        if (content.ScopeItem is { } item && !agreement.Scope.Contains(item))
        {
            yield return CommitmentErrors.ScopeItemNotAgreed.At("/scopeItem");
        }

        if (content is { Target.Series: not null, Obligated: { Office: not null } or { UnitId: not null } })
        {
            yield return CommitmentErrors.SeriesNeedsInstitution.At("/target/series");
        }

        foreach (var fault in FaultsOfDays(content, agreement).Concat(content.Target is { } target ? FaultsOf(target) : []))
        {
            yield return fault;
        }
    }

    private static IEnumerable<Fault> FaultsOfDays(CommitmentContent content, Agreement agreement)
    {
        var term = agreement.Term!.TerminatedOn(agreement.TerminatedOn);

        return (content.DueOn, content.Recurrence) switch
        {
            ({ } due, null) => term.Contains(due) ? [] : [CommitmentErrors.OutsideTerm(term.EffectiveFrom, term.EffectiveTo).At("/dueOn")],
            (null, { } recurrence) => FaultsOf(recurrence, term.EffectiveFrom, term.EffectiveTo),
            _ => [CommitmentErrors.DueDateNeeded.At("/dueOn")],
        };
    }

    private static IEnumerable<Fault> FaultsOf(Recurrence recurrence, DateOnly from, DateOnly to)
    {
        if (recurrence.From < from || recurrence.From > to)
        {
            yield return CommitmentErrors.OutsideTerm(from, to).At("/recurrence/from");
        }

        if (recurrence.Until is not { } until)
        {
            yield return CommitmentErrors.RecurrenceWithoutEnd.At("/recurrence/until");
        }
        else if (until < recurrence.From)
        {
            yield return CommitmentErrors.RecurrenceCrosses.At("/recurrence/until");
        }
        else if (recurrence.Deadlines() is var days && days.Count > Recurrence.MostDeadlines)
        {
            yield return CommitmentErrors.TooManyDeadlines.At("/recurrence/until");
        }
        else if (days[^1] > to)
        {
            yield return CommitmentErrors.OutsideTerm(from, to).At("/recurrence/until");
        }
    }

    private static IEnumerable<Fault> FaultsOf(Target target)
    {
        if (target.Baseline == target.Value)
        {
            yield return CommitmentErrors.TargetIsBaseline.At("/target/value");
        }
        else if (target.Baseline is { } baseline && target.Direction is { } direction && direction != (target.Value < baseline ? TargetDirection.Down : TargetDirection.Up))
        {
            yield return CommitmentErrors.DirectionContradicts.At("/target/direction");
        }
    }
}
