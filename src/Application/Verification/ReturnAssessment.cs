using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Verification;

/// <summary>Returns a submitted or verified assessment to its office, with reasons that the office has to answer.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.VerifyAssessments)]
public sealed record ReturnAssessment(Guid Id, ExpectedVersions Version, IReadOnlyList<ReturnReasonInput>? Reasons) : IRequest<ReturnDetails>
{
    public const int MostReasons = 500;
}

/// <param name="Pointer">The observation as <c>/indicator/subject</c> or <c>/indicator/subject/technique</c>; empty for the whole sheet.</param>
public sealed record ReturnReasonInput(string? Pointer, string? Text);

internal sealed class ReturnAssessmentValidator : AbstractValidator<ReturnAssessment>
{
    public ReturnAssessmentValidator()
    {
        RuleFor(request => request.Reasons).Required().AtMost(ReturnAssessment.MostReasons);
        RuleForEach(request => request.Reasons).Required().ChildRules(reason =>
        {
            reason.RuleFor(each => each.Pointer).RequiredButMayBeEmpty();
            reason.RuleFor(each => each.Pointer).Text(PlainText.NameLength);
            reason.RuleFor(each => each.Text).Required().Lines(PlainText.NoteLength);
        });
    }
}

internal sealed class ReturnAssessmentHandler(IComplianceDb db, AssessmentChanges changes, RequestContext context, TimeProvider clock)
    : IRequestHandler<ReturnAssessment, ReturnDetails>
{
    public async Task<ReturnDetails> Handle(ReturnAssessment request, CancellationToken cancellationToken)
    {
        var id = EntityId.New<ReturnId>(clock.GetUtcNow());
        var assessment = await changes.Make(
            request.Id, request.Version, Permission.VerifyAssessments, open => Return(open, request, id, cancellationToken), cancellationToken);
        var made = await db.Returns.AsNoTracking().SingleAsync(each => each.Id == id, cancellationToken);

        return (await db.ShowReturns([made], assessment.Status, mayAnswer: false, cancellationToken)).Single();
    }

    private async Task Return(OpenSheet open, ReturnAssessment request, ReturnId id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await db.RequireBeforePlenary(open.Assessment, cancellationToken);
        var made = AssessmentReturn.Raise(
            id,
            open.Assessment,
            open.Known.Instrument,
            [.. request.Reasons!.Select(reason => (EntityId.New<ReturnReasonId>(now), reason.Pointer!, reason.Text!))],
            AccountId.From(context.Caller.Id!.Value),
            now);
        open.Assessment.Return();
        open.RevalidateConcurrentBatches();
        db.Returns.Add(made);
    }
}
