using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.SecondScorings;

public readonly record struct SecondScoringId(Guid Value) : IEntityId<SecondScoringId>
{
    public static SecondScoringId From(Guid value) => new(value);

    public static bool operator <(SecondScoringId left, SecondScoringId right) => left.Value < right.Value;

    public static bool operator >(SecondScoringId left, SecondScoringId right) => left.Value > right.Value;
}

/// <summary>A person who could be the second scorer.</summary>
/// <param name="Actor">The person as the audit names them.</param>
/// <param name="ReadsAudit">Whether they may read the audit, which contains the first answers.</param>
public sealed record ScorerCandidate(AccountId Id, string Actor, bool ReadsAudit);

/// <summary>An answer of the sheet, and the account that entered it.</summary>
public sealed record FirstAnswer(Guid? By, Answer Answer);

/// <summary>
/// A second scoring of a sampled assessment, by somebody who cannot see the assessment meanwhile. The second answers never change
/// the first; on completion a copy of the first answers is stored with them.
/// </summary>
public sealed class SecondScoring : IVersioned
{
    private SecondScoring(SecondScoringId id, CycleId cycleId, int year, AssessmentId assessmentId)
    {
        Id = id;
        CycleId = cycleId;
        Year = year;
        AssessmentId = assessmentId;
    }

    public SecondScoringId Id { get; }

    public CycleId CycleId { get; }

    /// <summary>The year of its cycle.</summary>
    public int Year { get; }

    public AssessmentId AssessmentId { get; }

    /// <summary>The second scorer; null until somebody is assigned or claims it.</summary>
    public AccountId? ScorerId { get; private set; }

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    /// <summary>The answers of the sheet at the time of completion; empty until then.</summary>
    public IReadOnlyList<FirstAnswer> FirstAnswers { get; private set; } = [];

    /// <summary>When the first second answers were stored.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public bool IsBegun => BegunAt is not null;

    public SecondScoringState State => CompletedAt is not null ? SecondScoringState.Completed
        : IsBegun ? SecondScoringState.Begun
        : ScorerId is not null ? SecondScoringState.Assigned : SecondScoringState.Open;

    public static SecondScoring Of(SecondScoringId id, Cycle cycle, AssessmentId assessment) => new(id, cycle.Id, cycle.Year, assessment);

    public bool IsOf(Caller caller) => caller.Id is { } id && ScorerId?.Value == id;

    /// <summary>Requires that the caller is its scorer, and cannot read the first answers in the audit.</summary>
    public void RequireScorer(Caller caller)
    {
        Rule.Require(IsOf(caller), SecondScoringErrors.NotTheScorer);
        Rule.Require(!caller.May(Permission.ReadAudit), SecondScoringErrors.ScorerInvolved);
    }

    /// <summary>Assigns it to a scorer who has not seen the first scoring. It cannot be reassigned once scoring has begun.</summary>
    /// <param name="workers">Everybody who ever worked on the assessment, as the audit names them.</param>
    public void Assign(ScorerCandidate scorer, IEnumerable<string> workers)
    {
        if (ScorerId == scorer.Id)
        {
            return;
        }

        Rule.Require(!IsBegun, SecondScoringErrors.Taken);
        Rule.Require(!scorer.ReadsAudit && SeparationOfDuties.IsSecondPerson(scorer.Actor, workers), SecondScoringErrors.ScorerInvolved);
        ScorerId = scorer.Id;
        Version++;
    }

    /// <summary>Assigns it to the first person who claims it.</summary>
    public void Claim(ScorerCandidate scorer, IEnumerable<string> workers)
    {
        Rule.Require(ScorerId is null || ScorerId == scorer.Id, SecondScoringErrors.Taken);
        Assign(scorer, workers);
    }

    /// <summary>Replaces all answers.</summary>
    /// <param name="answers">Answers that fit the sheet.</param>
    public void Put(IReadOnlyList<Answer> answers, DateTimeOffset now)
    {
        Rule.Require(CompletedAt is null, SecondScoringErrors.Completed);

        if (answers.Count != Answers.Count || !answers.Zip(Answers).All(pair => pair.First.SaysTheSameAs(pair.Second)))
        {
            Answers = answers;
            BegunAt ??= now;
            Version++;
        }
    }

    /// <param name="missing">Everything that the sheet lacks.</param>
    /// <param name="first">The current answers of the assessment.</param>
    public void Complete(IReadOnlyList<Fault> missing, IReadOnlyList<FirstAnswer> first, DateTimeOffset now)
    {
        if (CompletedAt is not null)
        {
            return;
        }

        Rule.RequireNone(missing, SecondScoringErrors.Incomplete);
        (FirstAnswers, CompletedAt) = (first, now);
        Version++;
    }
}

public enum SecondScoringState
{
    /// <summary>Not assigned yet.</summary>
    Open,

    Assigned,
    Begun,
    Completed,
}
