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
    private Assessment(AssessmentId id, CycleId cycleId, ServiceUnitId unitId, string? assessor)
    {
        Id = id;
        CycleId = cycleId;
        UnitId = unitId;
        Assessor = assessor;
    }

    public AssessmentId Id { get; }

    public CycleId CycleId { get; }

    public ServiceUnitId UnitId { get; }

    /// <summary>The e-mail address of the assessor it is assigned to.</summary>
    public string? Assessor { get; private set; }

    public AssessmentStatus Status { get; private set; }

    public static Assessment Plan(AssessmentId id, Cycle cycle, ServiceUnitId unit, string? assessor) => new(id, cycle.Id, unit, assessor);

    /// <summary>The first answer opens the field work.</summary>
    public void Collect()
    {
        if (Status == AssessmentStatus.Planned)
        {
            Status = AssessmentStatus.Collecting;
        }
    }
}
