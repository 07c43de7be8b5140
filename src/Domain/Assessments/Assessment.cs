using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Assessments;

public readonly record struct AssessmentId(Guid Value) : IEntityId<AssessmentId>
{
    public static AssessmentId From(Guid value) => new(value);

    public static bool operator <(AssessmentId left, AssessmentId right) => left.Value < right.Value;

    public static bool operator >(AssessmentId left, AssessmentId right) => left.Value > right.Value;
}

public enum AssessmentStatus
{
    Planned,
    Collecting,
    Submitted,
    Returned,
    Verified,
    Final,
}

/// <summary>The scoring of one unit in one cycle, from its plan on.</summary>
public sealed class Assessment
{
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

    /// <summary>The office that assesses it: a province code, or <see cref="Offices.Head"/>.</summary>
    public string Office { get; }

    /// <summary>Whom it is assigned to.</summary>
    public AccountId? AssessorId { get; private set; }

    /// <summary>Its chain in the audit.</summary>
    public string Resource => ResourceOf(Id);

    public AssessmentStatus Status { get; private set; }

    public static Assessment Plan(AssessmentId id, Cycle cycle, ServiceUnitId unit, string office, AccountId? assessor) =>
        new(id, cycle.Id, cycle.Year, unit, office, assessor);

    public static string ResourceOf(AssessmentId id) => $"assessments/{id.Value}";

    public bool MayBeAnsweredBy(Caller caller) => caller.May(Permission.EnterAnswers, Office, Year, AssessorId);

    /// <summary>Whether answers may still change, be it with a reason (see <see cref="AnswerGate"/>).</summary>
    public bool MayChangeAnswers => Status is AssessmentStatus.Planned or AssessmentStatus.Collecting or AssessmentStatus.Submitted or AssessmentStatus.Returned;

    /// <summary>The first answer opens the field work.</summary>
    public void Collect()
    {
        if (Status == AssessmentStatus.Planned)
        {
            Status = AssessmentStatus.Collecting;
        }
    }
}
