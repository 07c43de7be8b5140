using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Cycles;

public readonly record struct CycleId(Guid Value) : IEntityId<CycleId>
{
    public static CycleId From(Guid value) => new(value);
}

public enum CycleState
{
    Planned,
    Collecting,
    Verification,
    Plenary,
    Decided,
    Announced,
}

/// <summary>The actions on a cycle as a whole.</summary>
public enum CycleAction
{
    PlanAssessments,
    HoldPlenary,
    CancelPlenary,
    Decide,
    Announce,
    Correct,
}

/// <summary>One yearly assessment round (tahun penilaian) with its published instrument, which never changes.</summary>
public sealed class Cycle
{
    private Cycle(CycleId id, int year, string instrument, DateOnly opensOn, DateOnly closesOn)
    {
        Id = id;
        Year = year;
        Instrument = instrument;
        OpensOn = opensOn;
        ClosesOn = closesOn;
    }

    public CycleId Id { get; }

    public int Year { get; }

    public string Instrument { get; }

    public DateOnly OpensOn { get; }

    /// <summary>The last day of field work.</summary>
    public DateOnly ClosesOn { get; }

    /// <summary>The day of the plenary meeting in which the commissioners adopt the results.</summary>
    public DateOnly? PlenaryOn { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When its results were announced.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>Whether it is decided; from then on it cannot change, and errors are corrected by a further decision.</summary>
    public bool IsDecided => DecidedAt is not null;

    /// <summary>The last day on which institutions see their provisional scores and can write clarifications; null if there is none.</summary>
    public DateOnly? ClarificationUntil { get; private set; }

    public static Cycle Open(CycleId id, int year, Instrument instrument, DateOnly opensOn, DateOnly closesOn)
    {
        Rule.Require(AssessmentYear.IsValid(year), AssessmentYear.OutOfRange);
        Rule.Require(!instrument.IsResultsOnly, InstrumentErrors.ResultsOnly);
        Rule.Require(opensOn <= closesOn, CycleErrors.DatesCross);

        return new(id, year, instrument.Code, opensOn, closesOn);
    }

    /// <summary>The state of the cycle on a day of Indonesian time; actions take precedence over the calendar.</summary>
    public CycleState StateOn(DateOnly today) =>
        AnnouncedAt is not null ? CycleState.Announced
        : IsDecided ? CycleState.Decided
        : PlenaryOn is not null ? CycleState.Plenary
        : today < OpensOn ? CycleState.Planned
        : today <= ClosesOn ? CycleState.Collecting
        : CycleState.Verification;

    /// <summary>The actions that its state allows, regardless of the caller.</summary>
    public IEnumerable<CycleAction> Actions => (PlenaryOn, DecidedAt, AnnouncedAt) switch
    {
        (null, null, _) => [CycleAction.PlanAssessments, CycleAction.HoldPlenary],
        (_, null, _) => [CycleAction.PlanAssessments, CycleAction.HoldPlenary, CycleAction.CancelPlenary, CycleAction.Decide],
        (_, _, null) => [CycleAction.Announce],
        _ => [CycleAction.Correct],
    };

    /// <summary>Records that the plenary adopted the results. A further call corrects the day until the cycle is decided.</summary>
    /// <param name="open">Every assessment that is neither verified nor marked as not assessed, and anything else that must be settled first.</param>
    public void HoldPlenary(DateOnly on, DateOnly today, IReadOnlyList<Fault> open)
    {
        if (on == PlenaryOn)
        {
            return;
        }

        Rule.Require(!IsDecided, CycleErrors.Decided);
        Rule.Require(on >= OpensOn && on <= today, CycleErrors.PlenaryOutOfTime);
        Rule.RequireNone(open, CycleErrors.NotSettled);
        PlenaryOn = on;
    }

    /// <summary>Cancels the plenary, so that verification can continue.</summary>
    public void CancelPlenary()
    {
        Rule.Require(!IsDecided, CycleErrors.Decided);
        PlenaryOn = null;
    }

    /// <param name="open">As for the plenary; something may have been reopened since.</param>
    public void Decide(DateOnly on, DateTimeOffset now, IReadOnlyList<Fault> open)
    {
        Rule.Require(!IsDecided, CycleErrors.Decided);
        Rule.Require(PlenaryOn is not null, CycleErrors.NoPlenary);
        Rule.Require(on >= PlenaryOn && on <= IndonesianTime.DayOf(now), CycleErrors.DecisionOutOfTime);
        Rule.RequireNone(open, CycleErrors.NotSettled);
        DecidedAt = now;
    }

    public void Announce(DateTimeOffset now)
    {
        Rule.Require(IsDecided, CycleErrors.NotDecided);
        AnnouncedAt ??= now;
    }

    /// <summary>Verification is possible until the plenary adopts the results.</summary>
    public bool IsBeforePlenary => PlenaryOn is null;

    /// <summary>Lets institutions write clarifications up to a day; a further call moves the day.</summary>
    public void OpenClarification(DateOnly until, DateOnly today)
    {
        if (until == ClarificationUntil)
        {
            return;
        }

        Rule.Require(IsBeforePlenary, CycleErrors.PlenaryBegun);
        Rule.Require(until >= today, CycleErrors.ClarificationInPast);
        ClarificationUntil = until;
    }

    public bool AcceptsClarificationsOn(DateOnly today) => today <= ClarificationUntil && IsBeforePlenary;

    /// <summary>Whether a cycle with these values equals this one, so that a repeated request is recognised.</summary>
    public bool IsSameAs(string instrument, DateOnly opensOn, DateOnly closesOn) =>
        (Instrument, OpensOn, ClosesOn) == (instrument, opensOn, closesOn);
}
