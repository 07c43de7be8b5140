using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Replaces a refused item by a corrected one. If that is refused, too, it stays listed.</summary>
/// <param name="Key">The key of the refused item.</param>
[Needs(Permission.EnterAnswers)]
public sealed record MendAnswer(Guid AssessmentId, string Key, ReceivedItem Item, Language Language) : IRequest<AnswerOutcome>;

internal sealed class MendAnswerHandler(SheetChanges sheets, RequestContext context) : IRequestHandler<MendAnswer, AnswerOutcome>
{
    public async Task<AnswerOutcome> Handle(MendAnswer request, CancellationToken cancellationToken)
    {
        var (_, outcome) = await sheets.Make(
            request.AssessmentId,
            (assessment, caller) => assessment.MayBeAnsweredBy(caller),
            [request.Item],
            (open, now) => Mend(open, request, now),
            cancellationToken);

        return outcome;
    }

    private (IReadOnlyList<LoggedAnswer>, AnswerOutcome) Mend(OpenSheet open, MendAnswer request, DateTimeOffset now)
    {
        var put = open.Sheet.Mend(request.Key, request.Item, open.GateFor(context.Caller), context.Caller.Id, now);
        open.Assessment.RegisterAnswers([put]);

        return (SheetLog.Of([request.Item], [put]), AnswerOutcome.Of(request.Item, put, "", now, request.Language));
    }
}
