using Compliance.Application.Access;
using Compliance.Application.Results;
using Compliance.Domain.Access;

namespace Compliance.Application.CorrectiveActions;

/// <summary>Says whether what the institution has done is enough. Whoever opened the action never does.</summary>
/// <param name="Version">The version that the caller has read.</param>
[Needs(Permission.VerifyCorrectiveActions)]
public sealed record VerifyCorrectiveAction(Guid Id, int Version, bool? Accepted, string? Reason) : IRequest<CorrectiveActionDetails>, IReasoned;

internal sealed class VerifyCorrectiveActionValidator : AbstractValidator<VerifyCorrectiveAction>
{
    public VerifyCorrectiveActionValidator()
    {
        RuleFor(request => request.Accepted).Required();
        RuleFor(request => request.Reason).Text(PlainText.NoteLength);
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
        latest.AdvanceClearances(await db.ClearanceChanges(cancellationToken));

        return await db.ReadCorrectiveAction(action.Id, context.Caller, clock.GetUtcNow(), cancellationToken);
    }
}
