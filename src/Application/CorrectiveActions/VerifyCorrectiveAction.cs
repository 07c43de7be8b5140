using Compliance.Application.Access;
using Compliance.Application.Results;
using Compliance.Domain.Access;

namespace Compliance.Application.CorrectiveActions;

/// <summary>Accepts or rejects the institution's report. The person who opened the action may not do this.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.VerifyCorrectiveActions)]
public sealed record VerifyCorrectiveAction(Guid Id, ExpectedVersions Version, bool? Accepted, string? Reason) : IRequest<CorrectiveActionDetails>, IReasoned;

internal sealed class VerifyCorrectiveActionValidator : AbstractValidator<VerifyCorrectiveAction>
{
    public VerifyCorrectiveActionValidator()
    {
        RuleFor(request => request.Accepted).Required();
        RuleFor(request => request.Reason).Lines(PlainText.NoteLength);
    }
}

internal sealed class VerifyCorrectiveActionHandler(IComplianceDb db, LatestPublication latest, RequestContext context, TimeProvider clock)
    : IRequestHandler<VerifyCorrectiveAction, CorrectiveActionDetails>
{
    public async Task<CorrectiveActionDetails> Handle(VerifyCorrectiveAction request, CancellationToken cancellationToken)
    {
        var (action, institution) = await db.LoadCorrectiveAction(
            request.Id, request.Version, Permission.VerifyCorrectiveActions, context.Caller, cancellationToken);

        action.Verify(request.Accepted!.Value, request.Reason, context.Caller, institution, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await db.AfterCommit(async () => latest.AdvanceClearances(await db.ClearanceChanges(CancellationToken.None)));

        return await db.ReadCorrectiveAction(action.Id, context.Caller, clock.GetUtcNow(), cancellationToken);
    }
}
