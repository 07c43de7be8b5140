using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;

namespace Compliance.Application.Evidence;

/// <summary>Withdraws a piece of evidence. It stays readable, with the reason, but no longer counts.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.EnterAnswers)]
public sealed record WithdrawEvidence(Guid AssessmentId, Guid EvidenceId, ExpectedVersions Version, string? Reason) : IRequest<EvidenceDetails>, IReasoned;

internal sealed class WithdrawEvidenceValidator : AbstractValidator<WithdrawEvidence>
{
    public WithdrawEvidenceValidator()
    {
        RuleFor(request => request.Reason).Required().Lines(PlainText.NoteLength);
    }
}

internal sealed class WithdrawEvidenceHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock)
    : IRequestHandler<WithdrawEvidence, EvidenceDetails>
{
    public async Task<EvidenceDetails> Handle(WithdrawEvidence request, CancellationToken cancellationToken)
    {
        var about = await db.LoadForEvidence(library, request.AssessmentId, cancellationToken);
        about.RequireChangeBy(context.Caller);
        var piece = await db.LoadPiece(about.Assessment, request.EvidenceId, request.Version, cancellationToken);

        piece.Withdraw(request.Reason!, AccountId.From(context.Caller.Id!.Value), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        return await db.ReadEvidence(about.Assessment, piece.Id, context.Caller, cancellationToken);
    }
}
