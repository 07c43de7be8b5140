using Compliance.Domain.Assessments;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Decisions;

internal static class Inputs
{
    private static readonly ServiceUnitId Unit = ServiceUnitId.From(new Guid(1, 0, 0, new byte[8]));
    private static readonly AssessmentId Assessment = AssessmentId.From(new Guid(2, 0, 0, new byte[8]));

    /// <summary>All subjects that the instrument declares are planned.</summary>
    public static UnitInput Of(Instrument instrument, params Answer[] answers) =>
        new(Unit, Assessment, null, PlannedSubjects.Of(instrument), answers);
}
