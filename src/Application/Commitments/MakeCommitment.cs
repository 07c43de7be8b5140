using Compliance.Application.Access;
using Compliance.Application.Agreements;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;

namespace Compliance.Application.Commitments;

/// <summary>Records a commitment under an agreement. Repeating it with the same id changes nothing.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
[Needs(Permission.ManageAgreements)]
public sealed record MakeCommitment(Guid Agreement, Guid? Id, CommitmentInput Commitment) : IRequest<CommitmentDetails>, IRepeatable;

internal sealed class MakeCommitmentValidator : AbstractValidator<MakeCommitment>
{
    public MakeCommitmentValidator() => this.Commitment(request => request.Commitment);
}

internal sealed class MakeCommitmentHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock)
    : IRequestHandler<MakeCommitment, CommitmentDetails>
{
    public async Task<CommitmentDetails> Handle(MakeCommitment request, CancellationToken cancellationToken)
    {
        var agreement = await db.FindAgreement(AgreementId.From(request.Agreement), cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.ManageAgreements, agreement.Office), AccessErrors.OutsideScope);
        var now = clock.GetUtcNow();
        var id = EntityId.GivenOrNew<CommitmentId>(request.Id, now);
        var content = await db.Resolve(request.Commitment, library, cancellationToken);

        // Ignores what the caller may see: an id is unique in the whole system.
        var existing = await db.LoadWhole(db.Commitments.IgnoreQueryFilters().Where(each => each.Id == id), cancellationToken);

        if (existing is not [var commitment])
        {
            commitment = Commitment.Make(id, agreement, content, AccountId.From(context.Caller.Id!.Value), now);
            db.Commitments.Add(commitment);
            await db.SaveChangesAsync(cancellationToken);
        }
        else
        {
            Rule.Require(commitment.SaysTheSameAs(agreement.Id, content), ConcurrencyErrors.IdTaken);
        }

        return await db.Show(commitment, agreement, context.Caller, now, cancellationToken);
    }
}
