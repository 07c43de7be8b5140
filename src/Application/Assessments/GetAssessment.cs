using Compliance.Application.Instruments;
using Compliance.Domain.Assessments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

public sealed record GetAssessment(Guid Id) : IRequest<AssessmentDetails>;

/// <param name="SheetVersion">Counts the batches that changed the sheet.</param>
public sealed record AssessmentDetails(AssessmentLine Assessment, int SheetVersion, int Answered, int Required);

internal sealed class GetAssessmentHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<GetAssessment, AssessmentDetails>
{
    public async Task<AssessmentDetails> Handle(GetAssessment request, CancellationToken cancellationToken)
    {
        var open = await db.OpenSheet(library, request.Id, cancellationToken);
        var row = await db.AssessmentsWithNames().SingleAsync(each => each.Assessment.Id == AssessmentId.From(request.Id), cancellationToken);
        var (answered, required) = ScoreCalculator.Score(open.Sheet.ToScoreSheet()).Completeness;

        return new(row.ToLine(), open.Row.Version, answered, required);
    }
}
