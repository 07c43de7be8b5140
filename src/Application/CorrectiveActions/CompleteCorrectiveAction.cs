using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Evidence;

namespace Compliance.Application.CorrectiveActions;

/// <summary>The institution reports a corrective action as completed.</summary>
/// <param name="Version">The versions that the caller has read.</param>
/// <param name="Proof">A link.</param>
[Needs(Permission.CompleteCorrectiveActions)]
public sealed record CompleteCorrectiveAction(Guid Id, ExpectedVersions Version, string? Text, string? Proof) : IRequest<CorrectiveActionDetails>;

internal sealed class CompleteCorrectiveActionValidator : AbstractValidator<CompleteCorrectiveAction>
{
    public CompleteCorrectiveActionValidator()
    {
        RuleFor(request => request.Text).Required().Lines(PlainText.NoteLength);
    }
}

internal sealed class CompleteCorrectiveActionHandler(IComplianceDb db, RequestContext context, TimeProvider clock)
    : IRequestHandler<CompleteCorrectiveAction, CorrectiveActionDetails>
{
    public async Task<CorrectiveActionDetails> Handle(CompleteCorrectiveAction request, CancellationToken cancellationToken)
    {
        var (action, _) = await db.LoadCorrectiveAction(
            request.Id, request.Version, Permission.CompleteCorrectiveActions, context.Caller, cancellationToken);
        Rule.RequireNone(
            request.Proof is { } link && EvidenceLink.Check(link) is { } error ? [error.At("/proof")] : [], CorrectiveActionErrors.ActionRefused);

        action.Complete(request.Text!, request.Proof, AccountId.From(context.Caller.Id!.Value), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        return await db.ReadCorrectiveAction(action.Id, context.Caller, clock.GetUtcNow(), cancellationToken);
    }
}
