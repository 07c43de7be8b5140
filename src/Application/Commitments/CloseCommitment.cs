using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Commitments;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Commitments;

/// <summary>The other side confirms that a deadline was met, or rejects the report and reopens the deadline.</summary>
/// <param name="Version">The versions that the caller has read.</param>
/// <param name="Proof">A link to what the closing side has seen; required if no report had a proof.</param>
/// <param name="DueOn">Which deadline; if left out, the earliest one that was reported.</param>
[Needs(Permission.CloseCommitments)]
public sealed record CloseCommitment(Guid Id, ExpectedVersions Version, bool? Accepted, string? Reason, string? Proof, DateOnly? DueOn, string? Note)
    : IRequest<CommitmentDetails>;

internal sealed class CloseCommitmentValidator : AbstractValidator<CloseCommitment>
{
    public CloseCommitmentValidator()
    {
        RuleFor(request => request.Accepted).Required();
        RuleFor(request => request.Reason).Lines(PlainText.NoteLength);
        RuleFor(request => request.Note).Lines(PlainText.NoteLength);
    }
}

internal sealed class CloseCommitmentHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<CloseCommitment, CommitmentDetails>
{
    public async Task<CommitmentDetails> Handle(CloseCommitment request, CancellationToken cancellationToken)
    {
        var (commitment, agreement) = await db.LoadCommitment(request.Id, cancellationToken);
        var names = await db.NamesOf(agreement, [commitment], cancellationToken);
        var sides = names.SidesOf(commitment);
        Rule.Require(sides.IsOwnSide(context.Caller) || sides.MayClose(context.Caller), AccessErrors.OutsideScope);
        commitment.RequireVersion(request.Version);
        Rule.RequireNone(
            request.Proof is { } link && EvidenceLink.Check(link) is { } error ? [error.At("/proof")] : [], CommitmentErrors.ProgressRefused);
        var now = clock.GetUtcNow();

        commitment.Close(
            new(request.Accepted!.Value, request.Reason, request.Proof, request.DueOn, request.Note), context.Caller, sides, now);
        await db.SaveChangesAsync(cancellationToken);

        return names.Show(commitment, context.Caller, agreement.DayOf(now));
    }
}
