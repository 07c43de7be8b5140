using Compliance.Application.Access;
using Compliance.Application.Accounts;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Verification;

/// <summary>Records the office's answer to one reason of a return. The same answer again changes nothing; a different one is refused.</summary>
[Needs(Permission.AnswerReturns)]
public sealed record CloseReturnReason(Guid AssessmentId, Guid ReasonId, string? Text) : IRequest<ReturnReasonDetails>, IRepeatable;

internal sealed class CloseReturnReasonValidator : AbstractValidator<CloseReturnReason>
{
    public CloseReturnReasonValidator()
    {
        RuleFor(request => request.Text).Required().Lines(PlainText.NoteLength);
    }
}

internal sealed class CloseReturnReasonHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<CloseReturnReason, ReturnReasonDetails>
{
    public async Task<ReturnReasonDetails> Handle(CloseReturnReason request, CancellationToken cancellationToken)
    {
        var (id, reasonId) = (AssessmentId.From(request.AssessmentId), ReturnReasonId.From(request.ReasonId));
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Assessment, request.AssessmentId);
        Rule.Require(assessment.Allows(context.Caller, Permission.AnswerReturns), AccessErrors.OutsideScope);
        var found = await db.Returns
            .SingleOrDefaultAsync(each => each.AssessmentId == id && each.Reasons.Any(reason => reason.Id == reasonId), cancellationToken)
            ?? throw new NotFoundException(ResourceKind.ReturnReason, request.ReasonId);
        found.Find(reasonId)!.Close(request.Text!, assessment.Status, AccountId.From(context.Caller.Id!.Value), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        var closed = (await db.Returns.AsNoTracking().SingleAsync(each => each.Id == found.Id, cancellationToken)).Find(reasonId)!;

        return ReturnQueries.Show(closed, await db.AccountsOf([closed.ClosedBy?.Value], cancellationToken), mayAnswer: true);
    }
}
