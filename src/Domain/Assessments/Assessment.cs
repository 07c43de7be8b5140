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

/// <summary>The scoring of one unit in one cycle, starting with its plan.</summary>
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

    /// <summary>The responsible office, wherever the unit is assessed: a province code, or <see cref="Offices.Head"/>.</summary>
    public string Office { get; }

    /// <summary>The assessor of the whole unit.</summary>
    public AccountId? AssessorId { get; private set; }

    /// <summary>The assessors of single techniques, in addition to the assessor of the whole unit.</summary>
    public IReadOnlyList<Assignment> Assignments => assignments;

    public PlannedSubjects Planned { get; private set; }

    /// <summary>The products observed as product:1, product:2 …; a product beyond the list is known only by its number.</summary>
    public IReadOnlyList<ServiceProductId> Products { get; private set; } = [];

    /// <summary>The region where the unit is assessed, if it is not the unit's own.</summary>
    public string? AssessedAt { get; private set; }

    public string? AssessedAtNote { get; private set; }

    public AssessmentStatus Status { get; private set; }

    public NotAssessedReason? NotAssessedReason { get; private set; }

    public string? NotAssessedNote { get; private set; }

    /// <summary>The status to which an assessment that is marked as not assessed returns when it is reopened.</summary>
    public AssessmentStatus? ReopensTo { get; private set; }

    /// <summary>Whether it was ever submitted; from then on every change of an answer needs a reason.</summary>
    public bool WasSubmitted { get; private set; }

    /// <summary>SHA-256 of the verified inputs, in the form in which a decision writes them; null if it is not verified.</summary>
    public string? VerifiedInputs { get; private set; }

    /// <summary>Whether a decision covers it, assessed or not; it can no longer change.</summary>
    public bool IsDecided { get; private set; }

    /// <summary>Increased by changes of plan, assignment and status, but not by answers.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The name of its chain in the audit.</summary>
    public string Resource => ResourceOf(Id);

    public LocusPlan Locus => new(Planned, Products, AssessedAt, AssessedAtNote);

    public static Assessment Plan(AssessmentId id, Cycle cycle, ServiceUnitId unit, string office, AccountId? assessor, LocusPlan locus)
    {
        var assessment = new Assessment(id, cycle.Id, cycle.Year, unit, office, assessor);
        assessment.Apply(locus);

        return assessment;
    }

    public static string ResourceOf(AssessmentId id) => $"assessments/{id.Value}";

    /// <summary>Whether a caller has a permission on it; an assessor only if the unit, or one of its techniques, is assigned to them.</summary>
    public bool Allows(Caller caller, Permission permission) =>
        caller.May(permission, Office, Year, AssessorId)
        || assignments.Any(assignment => caller.May(permission, Office, Year, assignment.AccountId));

    /// <summary>Whether a caller may answer anything on its sheet; <see cref="MayAnswer"/> decides for a single indicator.</summary>
    public bool MayBeAnsweredBy(Caller caller) => Allows(caller, Permission.EnterAnswers);

    /// <summary>Whether a caller may answer an indicator: as the assessor of the whole unit, or of a technique that the indicator is observed by.</summary>
    /// <param name="technique">The technique of the answer; null if it names none.</param>
    public bool MayAnswer(Caller caller, Indicator indicator, Technique? technique) =>
        caller.May(Permission.EnterAnswers, Office, Year, AssessorId)
        || assignments.Any(assignment =>
            indicator.Techniques.Contains(assignment.Technique)
            && (technique is null || technique == assignment.Technique)
            && caller.May(Permission.EnterAnswers, Office, Year, assignment.AccountId));

    /// <summary>Updates the status after a batch; only a stored answer changes it (<see cref="AssessmentStates.WithStoredAnswer"/>).</summary>
    public void RegisterAnswers(IReadOnlyList<PutItemResult> put)
    {
        if (put.Any(item => item.Outcome == PutOutcome.Stored))
        {
            RegisterAnswers();
        }
    }

    /// <summary>Updates the status after an answer was stored.</summary>
    public void RegisterAnswers()
    {
        Require(AssessmentAction.PutAnswers);
        Status = Status.WithStoredAnswer();
    }

    /// <summary>Replaces the assignment as a whole.</summary>
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

    /// <summary>Replaces the plan as a whole. Existing answers must neither be lost nor get another meaning.</summary>
    /// <param name="answered">The subjects that have an answer.</param>
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

    /// <param name="missing">Everything that prevents the submission (<see cref="SubmissionBlockers.FaultsOf"/>).</param>
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

    /// <summary>Head office returns it to its office, which corrects what the reasons name.</summary>
    public void Return()
    {
        Require(AssessmentAction.Return);
        (Status, VerifiedInputs) = (AssessmentStatus.Returned, null);
        Version++;
    }

    /// <param name="by">The verifier, as the audit names them.</param>
    /// <param name="workers">Everybody who entered answers or submitted, as the audit names them.</param>
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

    /// <summary>The unit is not assessed this year; its answers are kept. Calling it again corrects the reason and the note.</summary>
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

    /// <summary>Returns to the earlier status; an assessment that had been submitted must be submitted again.</summary>
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
