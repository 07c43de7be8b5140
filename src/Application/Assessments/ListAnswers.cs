using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Assessments;

/// <summary>Lists the current answers of a sheet, in the order of the instrument.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record ListAnswers(Guid AssessmentId) : IRequest<Page<AnswerLine>>;

public sealed record AnswerLine(string Indicator, string Subject, FormAnswer Answer, DateTimeOffset? ObservedAt, string? Device);

internal sealed class ListAnswersHandler(SheetQueries sheets) : IRequestHandler<ListAnswers, Page<AnswerLine>>
{
    public async Task<Page<AnswerLine>> Handle(ListAnswers request, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(request.AssessmentId, cancellationToken);

        return new(
            [
                .. open.Sheet.Answers.Select(stored => new AnswerLine(
                    stored.Answer.Indicator, stored.Answer.Subject, FormAnswer.Of(stored), stored.ObservedAt, stored.Device)),
            ],
            null,
            new(Instrument: open.Known.Instrument.Code));
    }
}
