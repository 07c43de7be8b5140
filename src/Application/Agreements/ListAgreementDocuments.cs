using System.Globalization;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

/// <summary>Lists the documents of an agreement in order of creation, including replaced ones.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record ListAgreementDocuments(Guid AgreementId, Paging Paging) : IRequest<Page<AgreementDocumentDetails>>;

internal sealed class ListAgreementDocumentsHandler(IComplianceDb db) : IRequestHandler<ListAgreementDocuments, Page<AgreementDocumentDetails>>
{
    public async Task<Page<AgreementDocumentDetails>> Handle(ListAgreementDocuments request, CancellationToken cancellationToken)
    {
        var agreement = await db.FindAgreement(AgreementId.From(request.AgreementId), cancellationToken);
        var rows = db.DocumentsOf(agreement.Id);

        if (request.Paging.After is { } cursor)
        {
            var (at, id) = (cursor.Part<DateTimeOffset>(0), AgreementDocumentId.From(cursor.Part<Guid>(1)));
            rows = rows.Where(row => row.Document.AddedAt > at || (row.Document.AddedAt == at && row.Document.Id > id));
        }

        var page = await rows.OrderBy(row => row.Document.AddedAt).ThenBy(row => row.Document.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);

        return request.Paging.Cut(
            page,
            row => row.ToDetails(),
            row => new(row.Document.AddedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), row.Document.Id.Value.ToString()));
    }
}
