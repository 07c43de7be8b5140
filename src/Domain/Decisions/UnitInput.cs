using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;

namespace Compliance.Domain.Decisions;

/// <summary>Everything that determines the result of one unit, apart from the instrument.</summary>
/// <param name="NotAssessed">The reason why there is nothing to compute; null if the unit was assessed.</param>
/// <param name="Answers">In the order of the instrument and its subjects.</param>
public sealed record UnitInput(
    ServiceUnitId Unit, AssessmentId Assessment, NotAssessedReason? NotAssessed, PlannedSubjects Planned, IReadOnlyList<Answer> Answers)
{
    public static UnitInput Of(Assessment assessment, IEnumerable<StoredAnswer> answers) =>
        new(assessment.UnitId, assessment.Id, null, assessment.Planned, [.. answers.Select(stored => stored.Answer)]);

    /// <summary>The input of a unit that was not assessed, which has no other content.</summary>
    public static UnitInput Without(ServiceUnitId unit, AssessmentId assessment, NotAssessedReason reason) => new(unit, assessment, reason, default, []);
}
