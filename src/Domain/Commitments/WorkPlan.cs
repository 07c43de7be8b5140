using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;

namespace Compliance.Domain.Commitments;

/// <summary>The work plan (rencana kerja) that the parties adopted for one year of an agreement. It contains the deadlines of that year.</summary>
public sealed class WorkPlan : IVersioned
{
    private WorkPlan()
    {
    }

    public AgreementId AgreementId { get; private init; }

    public int Year { get; private init; }

    public string Summary { get; private set; } = "";

    public DateOnly? AdoptedOn { get; private set; }

    public AccountId WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public int Version { get; private set; } = 1;

    public static WorkPlan Write(Agreement agreement, int year, string summary, DateOnly? adoptedOn, AccountId by, DateTimeOffset now)
    {
        Rule.Require(agreement.SignedOn is not null, AgreementErrors.NotSigned);
        var plan = new WorkPlan { AgreementId = agreement.Id, Year = year };
        plan.Apply(agreement, summary, adoptedOn, by, now);

        return plan;
    }

    /// <summary>Replaces the content. Idempotent.</summary>
    public void Rewrite(Agreement agreement, string summary, DateOnly? adoptedOn, AccountId by, DateTimeOffset now)
    {
        if ((Summary, AdoptedOn) != (summary, adoptedOn))
        {
            Apply(agreement, summary, adoptedOn, by, now);
            Version++;
        }
    }

    private void Apply(Agreement agreement, string summary, DateOnly? adoptedOn, AccountId by, DateTimeOffset now)
    {
        Rule.RequireNone([.. Faults(agreement, adoptedOn, agreement.DayOf(now))], CommitmentErrors.PlanRefused);
        (Summary, AdoptedOn, WrittenBy, WrittenAt) = (summary, adoptedOn, by, now);
    }

    private IEnumerable<Fault> Faults(Agreement agreement, DateOnly? adoptedOn, DateOnly today)
    {
        if (Year < agreement.EffectiveFrom!.Value.Year || Year > agreement.EffectiveTo!.Value.Year)
        {
            yield return CommitmentErrors.YearOutsideTerm.At("/year");
        }

        if (adoptedOn > today)
        {
            yield return AgreementErrors.InFuture.At("/adoptedOn");
        }
    }
}
