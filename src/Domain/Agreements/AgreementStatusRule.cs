using System.Linq.Expressions;
using Compliance.Domain.Common;

namespace Compliance.Domain.Agreements;

/// <summary>
/// Determines the status of an agreement on a day from its dates. The rule is written twice: for an object, and as an expression that databases
/// translate. A test compares the two.
/// </summary>
public static class AgreementStatusRule
{
    public static AgreementStatus StatusOf(DateOnly today, AgreementTerms terms, AgreementPeriod? term, DateOnly? continuedOn, DateOnly? terminatedOn)
    {
        if (terminatedOn <= today)
        {
            return AgreementStatus.Terminated;
        }

        if (term is null || today < term.SignedOn)
        {
            return AgreementStatus.Forming;
        }

        if (today < term.EffectiveFrom)
        {
            return AgreementStatus.Signed;
        }

        return term.EffectiveTo.DayNumber - today.DayNumber > terms.ExpiringDays ? AgreementStatus.InForce
            : continuedOn <= today ? AgreementStatus.Extended
            : term.Contains(today) ? AgreementStatus.Expiring
            : AgreementStatus.Expired;
    }

    /// <summary>Adds to each agreement the current day at its office.</summary>
    public static Expression<Func<Agreement, AgreementOnDay>> OnDay(DateTimeOffset now, AgreementTerms terms)
    {
        var (wib, wita, wit) = (
            IndonesianTime.DayOf(now, IndonesianZone.Wib), IndonesianTime.DayOf(now, IndonesianZone.Wita), IndonesianTime.DayOf(now, IndonesianZone.Wit));
        var (soonWib, soonWita, soonWit) = (wib.AddDays(terms.ExpiringDays), wita.AddDays(terms.ExpiringDays), wit.AddDays(terms.ExpiringDays));

        return agreement => new()
        {
            Agreement = agreement,
            Today = agreement.Zone == IndonesianZone.Wit ? wit : agreement.Zone == IndonesianZone.Wita ? wita : wib,
            Soon = agreement.Zone == IndonesianZone.Wit ? soonWit : agreement.Zone == IndonesianZone.Wita ? soonWita : soonWib,
        };
    }

    /// <summary>Whether an agreement has the status on that day.</summary>
    public static Expression<Func<AgreementOnDay, bool>> HasStatus(AgreementStatus status)
    {
        Expression<Func<AgreementOnDay, bool>> lives = row => row.Agreement.TerminatedOn == null || row.Agreement.TerminatedOn > row.Today;
        var signed = lives.And(row => row.Agreement.SignedOn <= row.Today);
        var begun = signed.And(row => row.Agreement.EffectiveFrom <= row.Today);
        var closing = begun.And(row => row.Agreement.EffectiveTo <= row.Soon);
        var notContinued = closing.And(row => row.Agreement.ContinuedOn == null || row.Agreement.ContinuedOn > row.Today);

        return status switch
        {
            AgreementStatus.Terminated => row => row.Agreement.TerminatedOn <= row.Today,
            AgreementStatus.Forming => lives.And(row => row.Agreement.SignedOn == null || row.Agreement.SignedOn > row.Today),
            AgreementStatus.Signed => signed.And(row => row.Agreement.EffectiveFrom > row.Today),
            AgreementStatus.InForce => begun.And(row => row.Agreement.EffectiveTo > row.Soon),
            AgreementStatus.Extended => closing.And(row => row.Agreement.ContinuedOn <= row.Today),
            AgreementStatus.Expired => notContinued.And(row => row.Agreement.EffectiveTo < row.Today),
            _ => notContinued.And(row => row.Agreement.EffectiveTo >= row.Today),
        };
    }
}

/// <summary>An agreement with the current day at its office, for queries.</summary>
public sealed class AgreementOnDay
{
    public required Agreement Agreement { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>The last day on which an end counts as close.</summary>
    public required DateOnly Soon { get; init; }
}
