using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Agreements;

[Needs(Permission.ReadFollowUp)]
public sealed record GetAgreementDocument(Guid AgreementId, Guid DocumentId) : IRequest<AgreementDocumentDetails>;

internal sealed class GetAgreementDocumentHandler(IComplianceDb db) : IRequestHandler<GetAgreementDocument, AgreementDocumentDetails>
{
    public async Task<AgreementDocumentDetails> Handle(GetAgreementDocument request, CancellationToken cancellationToken) =>
        (await db.FindDocument(request.AgreementId, request.DocumentId, cancellationToken)).ToDetails();
}
