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

/// <summary>What can be done to a cycle as a whole.</summary>
public enum CycleAction
{
    PlanAssessments,
    HoldPlenary,
    CancelPlenary,
    Decide,
    Announce,
    Correct,
}

/// <summary>One yearly assessment round (tahun penilaian) on one published instrument, which it keeps.</summary>
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

    /// <summary>The day of the meeting of the commissioners that adopts the results.</summary>
    public DateOnly? PlenaryOn { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>When its results became known.</summary>
    public DateTimeOffset? AnnouncedAt { get; private set; }

    /// <summary>Nothing of it changes any more; what was wrong is corrected by a further decision.</summary>
    public bool IsDecided => DecidedAt is not null;

    /// <summary>The last day on which institutions see their provisional scores and write clarifications; null where none is given.</summary>
    public DateOnly? ClarificationUntil { get; private set; }

    public static Cycle Open(CycleId id, int year, Instrument instrument, DateOnly opensOn, DateOnly closesOn)
    {
        Rule.Require(AssessmentYear.IsValid(year), AssessmentYear.OutOfRange);
        Rule.Require(!instrument.IsResultsOnly, InstrumentErrors.ResultsOnly);
        Rule.Require(opensOn <= closesOn, CycleErrors.DatesCross);

        return new(id, year, instrument.Code, opensOn, closesOn);
    }

    /// <summary>Where the cycle stands on a day of Indonesian time: what was done counts for more than the calendar.</summary>
    public CycleState StateOn(DateOnly today) =>
        AnnouncedAt is not null ? CycleState.Announced
        : IsDecided ? CycleState.Decided
        : PlenaryOn is not null ? CycleState.Plenary
        : today < OpensOn ? CycleState.Planned
        : today <= ClosesOn ? CycleState.Collecting
        : CycleState.Verification;

    /// <summary>What its state lets anybody do at all.</summary>
    public IEnumerable<CycleAction> Actions => (PlenaryOn, DecidedAt, AnnouncedAt) switch
    {
        (null, null, _) => [CycleAction.PlanAssessments, CycleAction.HoldPlenary],
        (_, null, _) => [CycleAction.PlanAssessments, CycleAction.HoldPlenary, CycleAction.CancelPlenary, CycleAction.Decide],
        (_, _, null) => [CycleAction.Announce],
        _ => [CycleAction.Correct],
    };

    /// <summary>The results were adopted. Another day corrects the one before, as long as nothing is decided.</summary>
    /// <param name="open">Every assessment that is neither verified nor marked as not assessed, and what else is to be settled first.</param>
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

    /// <summary>Takes the plenary back, so that verification goes on.</summary>
    public void CancelPlenary()
    {
        Rule.Require(!IsDecided, CycleErrors.Decided);
        PlenaryOn = null;
    }

    /// <param name="open">As at the plenary; something may have come back since.</param>
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

    /// <summary>Verification goes on until the plenary adopts what it found.</summary>
    public bool IsBeforePlenary => PlenaryOn is null;

    /// <summary>Gives institutions time to clarify; another day moves the end.</summary>
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

    /// <summary>Whether opening the cycle again with these values asks for what is there already.</summary>
    public bool IsSameAs(string instrument, DateOnly opensOn, DateOnly closesOn) =>
        (Instrument, OpensOn, ClosesOn) == (instrument, opensOn, closesOn);
}
