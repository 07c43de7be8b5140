using Compliance.Application.Access;
using Compliance.Application.Agreements;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;

namespace Compliance.Application.Commitments;

/// <summary>Lists the commitments under an agreement, in order of creation.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListCommitments(Guid Agreement, Paging Paging) : IRequest<Page<CommitmentDetails>>;

internal sealed class ListCommitmentsHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ListCommitments, Page<CommitmentDetails>>
{
    public async Task<Page<CommitmentDetails>> Handle(ListCommitments request, CancellationToken cancellationToken)
    {
        var agreement = await db.FindAgreement(AgreementId.From(request.Agreement), cancellationToken);
        var rows = db.Commitments.Where(each => each.AgreementId == agreement.Id);

        if (request.Paging.After is { } cursor)
        {
            var after = CommitmentId.From(cursor.Part<Guid>(0));
            rows = rows.Where(each => each.Id > after);
        }

        var page = await db.LoadWhole(rows.OrderBy(each => each.Id).Take(request.Paging.Limit + 1), cancellationToken);
        var names = await db.NamesOf(agreement, page, cancellationToken);
        var today = agreement.DayOf(clock.GetUtcNow());

        return request.Paging.Cut(page, each => names.Show(each, context.Caller, today), each => new(each.Id.Value.ToString()));
    }
}
