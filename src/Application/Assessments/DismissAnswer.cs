using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Dismisses a refused item with a reason; it stays in the history.</summary>
/// <param name="Key">The key of the refused item.</param>
[Needs(Permission.EnterAnswers)]
public sealed record DismissAnswer(Guid AssessmentId, string Key, string? Reason) : IRequest<AnswerDismissed>, IReasoned;

public sealed record AnswerDismissed(string Key, string? Id);

internal sealed class DismissAnswerValidator : AbstractValidator<DismissAnswer>
{
    public DismissAnswerValidator()
    {
        RuleFor(request => request.Reason).Required().Lines(PlainText.NoteLength);
    }
}

internal sealed class DismissAnswerHandler(SheetChanges sheets) : IRequestHandler<DismissAnswer, AnswerDismissed>
{
    public async Task<AnswerDismissed> Handle(DismissAnswer request, CancellationToken cancellationToken)
    {
        var (_, dismissed) = await sheets.Make(
            request.AssessmentId,
            (assessment, caller) => assessment.MayBeAnsweredBy(caller),
            [],
            (open, _) => Dismiss(open, request.Key),
            cancellationToken);

        return dismissed;
    }

    private static (IReadOnlyList<LoggedAnswer>, AnswerDismissed) Dismiss(OpenSheet open, string key)
    {
        var item = open.Sheet.Dismiss(key);

        return ([new(null, PutOutcome.Rejected, null, item.Code, item.Item)], new(key, item.Id));
    }
}
