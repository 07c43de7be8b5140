using Compliance.Application.Access;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

/// <summary>Returns the current score card of an assessment, including its provisional zone.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record GetLiveScore(Guid AssessmentId, bool Trace, Language Language) : IRequest<ScoreCardDetails>;

internal sealed class GetLiveScoreHandler(SheetQueries sheets) : IRequestHandler<GetLiveScore, ScoreCardDetails>
{
    public async Task<ScoreCardDetails> Handle(GetLiveScore request, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(request.AssessmentId, cancellationToken);

        return ScoreCardDetails.Of(ScoreCalculator.Explain(open.Sheet.ToScoreSheet()), open.Known, request.Language, request.Trace);
    }
}
