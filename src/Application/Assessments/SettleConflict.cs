using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Decides which of two conflicting answers becomes current; the other one stays in the history.</summary>
/// <param name="Conflict">The id of the conflicting answer.</param>
[Needs(Permission.SettleConflicts)]
public sealed record SettleConflict(Guid AssessmentId, Guid Conflict, ConflictChoice? Keep, string? Reason) : IRequest<ConflictSettled>, IReasoned;

/// <param name="Answer">The current answer.</param>
public sealed record ConflictSettled(Guid Id, ConflictChoice Kept, FormAnswer Answer);

internal sealed class SettleConflictValidator : AbstractValidator<SettleConflict>
{
    public SettleConflictValidator()
    {
        RuleFor(request => request.Keep).Required();
        RuleFor(request => request.Reason).Required().Lines(PlainText.NoteLength);
    }
}

internal sealed class SettleConflictHandler(SheetChanges sheets) : IRequestHandler<SettleConflict, ConflictSettled>
{
    public async Task<ConflictSettled> Handle(SettleConflict request, CancellationToken cancellationToken)
    {
        var (_, settled) = await sheets.Make(
            request.AssessmentId,
            (assessment, caller) => assessment.Allows(caller, Permission.SettleConflicts),
            [],
            (open, now) => Settle(open, request, now),
            cancellationToken);

        return settled;
    }

    private static (IReadOnlyList<LoggedAnswer>, ConflictSettled) Settle(OpenSheet open, SettleConflict request, DateTimeOffset now)
    {
        Rule.Require(open.Assessment.Status.Allows(AssessmentAction.PutAnswers), AssessmentErrors.StatusForbids(open.Assessment.Status));
        var (settled, current) = open.Sheet.Settle(request.Conflict, request.Keep!.Value, now);

        return ([settled], new(request.Conflict, request.Keep.Value, FormAnswer.Of(current)));
    }
}
