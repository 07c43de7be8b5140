using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

[Needs(Permission.ReadAssessments)]
public sealed record GetAssessment(Guid Id) : IRequest<AssessmentDetails>;

/// <param name="Office">The office that assesses the unit: a province code, or 00 for head office.</param>
/// <param name="Assessor">The e-mail address of whom it is assigned to.</param>
/// <param name="SheetVersion">Counts the batches that changed the sheet.</param>
public sealed record AssessmentDetails(
    Guid Id,
    int Cycle,
    string Instrument,
    UnitRef Unit,
    InstitutionRef Institution,
    string Office,
    string? Assessor,
    AssessmentStatus Status,
    IReadOnlyList<string> AllowedActions,
    int SheetVersion,
    CompletenessAnswer Completeness);

internal sealed class GetAssessmentHandler(IComplianceDb db, InstrumentLibrary library, Call call) : IRequestHandler<GetAssessment, AssessmentDetails>
{
    public async Task<AssessmentDetails> Handle(GetAssessment request, CancellationToken cancellationToken)
    {
        var open = await db.OpenSheet(library, request.Id, cancellationToken);
        var row = await db.AssessmentsWithNames().SingleAsync(each => each.Assessment.Id == AssessmentId.From(request.Id), cancellationToken);
        var line = row.ToLine(call.Caller);
        var (answered, required) = ScoreCalculator.Score(open.Sheet.ToScoreSheet()).Completeness;

        return new(
            line.Id,
            line.Cycle,
            line.Instrument,
            line.Unit,
            line.Institution,
            line.Office,
            line.Assessor,
            line.Status,
            line.AllowedActions,
            open.Row.Version,
            new(answered, required));
    }
}
