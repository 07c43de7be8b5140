using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

[Needs(Permission.ReadFollowUp)]
public sealed record GetAgreement(Guid Id) : IRequest<AgreementDetails>;

internal sealed class GetAgreementHandler(AgreementQueries reading) : IRequestHandler<GetAgreement, AgreementDetails>
{
    public Task<AgreementDetails> Handle(GetAgreement request, CancellationToken cancellationToken) =>
        reading.Read(AgreementId.From(request.Id), cancellationToken);
}
