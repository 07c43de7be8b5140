using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Commitments;

/// <summary>Lists the health of the signed agreements for which an office is responsible.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListAgreementHealth(string Office, Paging Paging) : IRequest<Page<AgreementHealthDetails>>;

internal sealed class ListAgreementHealthHandler(IComplianceDb db, TimeProvider clock) : IRequestHandler<ListAgreementHealth, Page<AgreementHealthDetails>>
{
    public async Task<Page<AgreementHealthDetails>> Handle(ListAgreementHealth request, CancellationToken cancellationToken)
    {
        var agreements = db.Agreements.AsNoTracking().Where(each => each.Office == request.Office && each.SignedOn != null);

        if (request.Paging.After is { } cursor)
        {
            var after = AgreementId.From(cursor.Part<Guid>(0));
            agreements = agreements.Where(each => each.Id > after);
        }

        var page = await agreements.OrderBy(each => each.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);
        var healths = await db.HealthOf(page, clock.GetUtcNow(), cancellationToken);

        return request.Paging.Cut(healths, each => each, each => new(each.Agreement.Id.ToString()));
    }
}
