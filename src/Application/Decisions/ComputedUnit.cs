using Compliance.Domain.Assessments;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;

namespace Compliance.Application.Decisions;

/// <summary>A unit as recomputed from a line of inputs in a proof.</summary>
/// <param name="Figures">Null if the unit was not assessed.</param>
internal sealed record ComputedUnit(ServiceUnitId Unit, AssessmentId Assessment, NotAssessedReason? NotAssessed, UnitFigures? Figures)
{
    /// <returns>Null if the line does not contain valid inputs.</returns>
    public static ComputedUnit? Of(Instrument instrument, string line)
    {
        try
        {
            var input = DecidedTextParser.InputOf(line);

            return new(input.Unit, input.Assessment, input.NotAssessed, input.NotAssessed is null ? UnitFigures.Of(instrument, input) : null);
        }
        catch (Exception wrong) when (wrong is FormatException or DomainException)
        {
            return null;
        }
    }

    public DecidedUnit Decide(Instrument instrument, string name) => Figures is null
        ? DecidedUnit.NotAssessed(Unit, name, Assessment, NotAssessed!.Value)
        : DecidedUnit.Assessed(instrument, Unit, name, Figures.Head);
}
