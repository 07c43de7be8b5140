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

/// <summary>Whoever is to score a second time.</summary>
/// <param name="Actor">As the audit names it.</param>
/// <param name="ReadsAudit">Whether it may read the audit, and in it the first answers.</param>
public sealed record ScorerCandidate(AccountId Id, string Actor, bool ReadsAudit);

/// <summary>An answer of the sheet, and the account that brought it.</summary>
public sealed record FirstAnswer(Guid? By, Answer Answer);

/// <summary>
/// A sampled assessment is scored a second time, by somebody who cannot see it meanwhile. The second answers never change
/// the first; on completion both are laid side by side as they stood then.
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

    /// <summary>Who scores it; null until somebody is assigned or claims it.</summary>
    public AccountId? ScorerId { get; private set; }

    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    /// <summary>The sheet as it stood on completion; empty until then.</summary>
    public IReadOnlyList<FirstAnswer> FirstAnswers { get; private set; } = [];

    /// <summary>When answers came in for the first time.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public int Version { get; private set; } = 1;

    public bool IsBegun => BegunAt is not null;

    public SecondScoringState State => CompletedAt is not null ? SecondScoringState.Completed
        : IsBegun ? SecondScoringState.Begun
        : ScorerId is not null ? SecondScoringState.Assigned : SecondScoringState.Open;

    public static SecondScoring Of(SecondScoringId id, Cycle cycle, AssessmentId assessment) => new(id, cycle.Id, cycle.Year, assessment);

    public bool IsOf(Caller caller) => caller.Id is { } id && ScorerId?.Value == id;

    /// <summary>Refuses all but its scorer, and the scorer too as soon as the scorer may read in the audit what the first scoring was.</summary>
    public void RequireScorer(Caller caller)
    {
        Rule.Require(IsOf(caller), SecondScoringErrors.NotTheScorer);
        Rule.Require(!caller.May(Permission.ReadAudit), SecondScoringErrors.ScorerInvolved);
    }

    /// <summary>Hands it to a scorer who knows nothing of the first scoring. Once somebody has begun to score it stays with them.</summary>
    /// <param name="workers">Who ever touched the assessment, as the audit names them.</param>
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

    /// <summary>The first who claims it has it.</summary>
    public void Claim(ScorerCandidate scorer, IEnumerable<string> workers)
    {
        Rule.Require(ScorerId is null || ScorerId == scorer.Id, SecondScoringErrors.Taken);
        Assign(scorer, workers);
    }

    /// <summary>Replaces all answers.</summary>
    /// <param name="answers">Such as fit the sheet.</param>
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

    /// <param name="missing">All that a complete sheet would not lack.</param>
    /// <param name="first">The sheet as it stands now.</param>
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
    /// <summary>Nobody has it yet.</summary>
    Open,

    Assigned,
    Begun,
    Completed,
}
