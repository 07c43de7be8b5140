using Compliance.Application.Access;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;

namespace Compliance.Application.Agreements;

/// <summary>Returns the content of a file to callers who may see its agreement. A withheld file is never served.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record OpenAgreementDocument(Guid AgreementId, Guid DocumentId) : IRequest<EvidenceContent>;

internal sealed class OpenAgreementDocumentHandler(IComplianceDb db, IEvidenceStore store) : IRequestHandler<OpenAgreementDocument, EvidenceContent>
{
    public async Task<EvidenceContent> Handle(OpenAgreementDocument request, CancellationToken cancellationToken)
    {
        var row = await db.FindDocument(request.AgreementId, request.DocumentId, cancellationToken);

        return await store.Serve(row.File, row.Document.FileName, $"document-{row.Document.Id.Value}", cancellationToken);
    }
}
