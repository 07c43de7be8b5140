using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;

namespace Compliance.Domain.Assessments;

public readonly record struct AssessmentId(Guid Value) : IEntityId<AssessmentId>
{
    public static AssessmentId From(Guid value) => new(value);

    public static bool operator <(AssessmentId left, AssessmentId right) => left.Value < right.Value;

    public static bool operator >(AssessmentId left, AssessmentId right) => left.Value > right.Value;
}

/// <summary>The scoring of one unit in one cycle, from its plan on.</summary>
public sealed class Assessment : IVersioned
{
    private readonly List<Assignment> assignments = [];

    private Assessment(AssessmentId id, CycleId cycleId, int year, ServiceUnitId unitId, string office, AccountId? assessorId)
    {
        Id = id;
        CycleId = cycleId;
        Year = year;
        UnitId = unitId;
        Office = office;
        AssessorId = assessorId;
    }

    public AssessmentId Id { get; }

    public CycleId CycleId { get; }

    /// <summary>The year of its cycle.</summary>
    public int Year { get; }

    public ServiceUnitId UnitId { get; }

    /// <summary>The office that is responsible, wherever the unit is assessed: a province code, or <see cref="Offices.Head"/>.</summary>
    public string Office { get; }

    /// <summary>Whom the whole unit is assigned to.</summary>
    public AccountId? AssessorId { get; private set; }

    /// <summary>Whom single techniques are assigned to, beside the assessor of the whole unit.</summary>
    public IReadOnlyList<Assignment> Assignments => assignments;

    public PlannedSubjects Planned { get; private set; }

    /// <summary>What product:1, product:2 … stand for; those beyond the list are numbers only.</summary>
    public IReadOnlyList<ServiceProductId> Products { get; private set; } = [];

    /// <summary>The region where the unit is assessed, where that is not its own.</summary>
    public string? AssessedAt { get; private set; }

    public string? AssessedAtNote { get; private set; }

    public AssessmentStatus Status { get; private set; }

    public NotAssessedReason? NotAssessedReason { get; private set; }

    public string? NotAssessedNote { get; private set; }

    /// <summary>Where an assessment that is not made would go on, were it reopened.</summary>
    public AssessmentStatus? ReopensTo { get; private set; }

    /// <summary>Whether it was ever submitted: from then on every changed answer has its reason.</summary>
    public bool WasSubmitted { get; private set; }

    /// <summary>SHA-256 of the inputs that stand verified, as a decision writes them; null where nothing is verified.</summary>
    public string? VerifiedInputs { get; private set; }

    /// <summary>A decision has fixed it, assessed or not: nothing of it changes any more.</summary>
    public bool IsDecided { get; private set; }

    /// <summary>Counts the changes of plan, assignment and status that people make; answers do not count.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Its chain in the audit.</summary>
    public string Resource => ResourceOf(Id);

    public LocusPlan Locus => new(Planned, Products, AssessedAt, AssessedAtNote);

    public static Assessment Plan(AssessmentId id, Cycle cycle, ServiceUnitId unit, string office, AccountId? assessor, LocusPlan locus)
    {
        var assessment = new Assessment(id, cycle.Id, cycle.Year, unit, office, assessor);
        assessment.Apply(locus);

        return assessment;
    }

    public static string ResourceOf(AssessmentId id) => $"assessments/{id.Value}";

    /// <summary>Whether a caller may do something to it; an assessor where the unit, or a technique of it, is assigned to it.</summary>
    public bool Allows(Caller caller, Permission permission) =>
        caller.May(permission, Office, Year, AssessorId)
        || assignments.Any(assignment => caller.May(permission, Office, Year, assignment.AccountId));

    /// <summary>Whether a caller may answer anything on its sheet; what exactly, <see cref="MayAnswer"/> says.</summary>
    public bool MayBeAnsweredBy(Caller caller) => Allows(caller, Permission.EnterAnswers);

    /// <summary>Whether a caller may answer an indicator: as the assessor of the whole unit, or of a technique that the indicator is observed by.</summary>
    /// <param name="technique">What the answer says it was observed by; null where it does not say.</param>
    public bool MayAnswer(Caller caller, Indicator indicator, Technique? technique) =>
        caller.May(Permission.EnterAnswers, Office, Year, AssessorId)
        || assignments.Any(assignment =>
            indicator.Techniques.Contains(assignment.Technique)
            && (technique is null || technique == assignment.Technique)
            && caller.May(Permission.EnterAnswers, Office, Year, assignment.AccountId));

    /// <summary>Takes note of what its sheet made of a batch: only a stored answer counts (<see cref="AssessmentStates.WithStoredAnswer"/>).</summary>
    public void RegisterAnswers(IReadOnlyList<PutItemResult> put)
    {
        if (put.Any(item => item.Outcome == PutOutcome.Stored))
        {
            RegisterAnswers();
        }
    }

    /// <summary>An answer to it is stored.</summary>
    public void RegisterAnswers()
    {
        Require(AssessmentAction.PutAnswers);
        Status = Status.WithStoredAnswer();
    }

    /// <summary>Replaces the whole assignment.</summary>
    /// <param name="techniques">Each technique once.</param>
    public void Assign(AccountId? assessor, IReadOnlyDictionary<Technique, AccountId> techniques)
    {
        Require(AssessmentAction.Assign);
        var before = assignments.ToDictionary(assignment => assignment.Technique, assignment => assignment.AccountId);

        if (assessor == AssessorId && before.Count == techniques.Count && before.All(techniques.Contains))
        {
            return;
        }

        AssessorId = assessor;
        assignments.RemoveAll(assignment => !techniques.ContainsKey(assignment.Technique));

        foreach (var (technique, account) in techniques)
        {
            if (assignments.Find(assignment => assignment.Technique == technique) is { } current)
            {
                current.GiveTo(account);
            }
            else
            {
                assignments.Add(new(technique, account));
            }
        }

        Version++;
    }

    /// <summary>Replaces the whole plan. What is answered already neither falls away nor changes what it stands for.</summary>
    /// <param name="answered">The subjects that an answer stands on.</param>
    public void ChangePlan(LocusPlan locus, IReadOnlyCollection<Subject> answered)
    {
        Require(AssessmentAction.ChangePlan);
        Rule.RequireNone([.. Locus.LostIn(locus, answered)], AssessmentErrors.SubjectAnswered);

        if (!locus.SaysTheSameAs(Locus))
        {
            Apply(locus);
            Version++;
        }
    }

    /// <param name="missing">All that a complete assessment would not lack (<see cref="SubmissionBlockers.FaultsOf"/>).</param>
    public void Submit(IReadOnlyList<Fault> missing)
    {
        if (Status == AssessmentStatus.Submitted)
        {
            return;
        }

        Require(AssessmentAction.Submit);
        Rule.RequireNone(missing, AssessmentErrors.Incomplete);
        Status = AssessmentStatus.Submitted;
        WasSubmitted = true;
        Version++;
    }

    public void Withdraw(bool verificationHasBegun)
    {
        Require(AssessmentAction.Withdraw);
        Rule.Require(!verificationHasBegun, AssessmentErrors.VerificationBegun);
        Status = AssessmentStatus.Collecting;
        Version++;
    }

    /// <summary>Head office sends it back to its office, which mends what the reasons name.</summary>
    public void Return()
    {
        Require(AssessmentAction.Return);
        (Status, VerifiedInputs) = (AssessmentStatus.Returned, null);
        Version++;
    }

    /// <param name="by">Who verifies, as the audit names it.</param>
    /// <param name="workers">Who entered or submitted anything of it, as the audit names them.</param>
    /// <param name="inputs">SHA-256 of what is verified.</param>
    public void Verify(string by, IEnumerable<string> workers, string inputs)
    {
        Require(AssessmentAction.Verify);
        Rule.Require(SeparationOfDuties.IsSecondPerson(by, workers), AssessmentErrors.VerifiedByOneself);
        (Status, VerifiedInputs) = (AssessmentStatus.Verified, inputs);
        Version++;
    }

    public void WithdrawVerification()
    {
        Require(AssessmentAction.WithdrawVerification);
        (Status, VerifiedInputs) = (AssessmentStatus.Submitted, null);
        Version++;
    }

    /// <summary>The unit is not assessed this year; its answers stay. Once more corrects reason and note.</summary>
    public void MarkNotAssessed(NotAssessedReason reason, string? note)
    {
        Require(AssessmentAction.MarkNotAssessed);
        Rule.RequireNone(
            reason == Results.NotAssessedReason.Other && string.IsNullOrWhiteSpace(note) ? [AssessmentErrors.NoteMissing.At("/note")] : [],
            AssessmentErrors.NoteMissing);

        if ((NotAssessedReason, NotAssessedNote) == (reason, note))
        {
            return;
        }

        ReopensTo ??= Status == AssessmentStatus.Submitted ? AssessmentStatus.Collecting : Status;
        (Status, NotAssessedReason, NotAssessedNote) = (AssessmentStatus.NotAssessed, reason, note);
        Version++;
    }

    /// <summary>Back to where it was; what had been submitted is to be submitted anew.</summary>
    public void Reopen()
    {
        Require(AssessmentAction.Reopen);
        Status = ReopensTo!.Value;
        (ReopensTo, NotAssessedReason, NotAssessedNote) = (null, null, null);
        Version++;
    }

    private void Require(AssessmentAction action)
    {
        Rule.Require(!IsDecided, CycleErrors.Decided);
        Rule.Require(Status.Allows(action), AssessmentErrors.StatusForbids(Status));
    }

    private void Apply(LocusPlan locus) =>
        (Planned, Products, AssessedAt, AssessedAtNote) = (locus.Subjects, locus.Products, locus.AssessedAt, locus.AssessedAtNote);
}
