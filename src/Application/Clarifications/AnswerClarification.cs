using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Clarifications;

namespace Compliance.Application.Clarifications;

/// <summary>Records head office's answer to a clarification. The same answer again changes nothing; a different one is refused.</summary>
[Needs(Permission.VerifyAssessments)]
public sealed record AnswerClarification(Guid Id, string? Text, bool? Accepted) : IRequest<ClarificationDetails>, IRepeatable;

internal sealed class AnswerClarificationValidator : AbstractValidator<AnswerClarification>
{
    public AnswerClarificationValidator()
    {
        RuleFor(request => request.Text).Required().Lines(PlainText.NoteLength);
        RuleFor(request => request.Accepted).Required();
    }
}

internal sealed class AnswerClarificationHandler(IComplianceDb db, RequestContext context, TimeProvider clock)
    : IRequestHandler<AnswerClarification, ClarificationDetails>
{
    public async Task<ClarificationDetails> Handle(AnswerClarification request, CancellationToken cancellationToken)
    {
        var id = ClarificationId.From(request.Id);
        var clarification = await db.Clarifications.SingleOrDefaultAsync(each => each.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Clarification, request.Id);

        clarification.Reply(request.Text!, request.Accepted!.Value, AccountId.From(context.Caller.Id!.Value), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        return await db.ShowClarification(id, cancellationToken);
    }
}
