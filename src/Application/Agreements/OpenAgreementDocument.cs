using Compliance.Application.Access;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;

namespace Compliance.Application.Agreements;

/// <summary>The bytes of a file, for whoever may see its agreement. What is withheld is served to nobody.</summary>
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
