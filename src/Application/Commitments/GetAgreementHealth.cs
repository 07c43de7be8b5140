using Compliance.Application.Access;
using Compliance.Application.Agreements;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Commitments;

[Needs(Permission.ReadFollowUp)]
public sealed record GetAgreementHealth(Guid Agreement) : IRequest<AgreementHealthDetails>;

internal sealed class GetAgreementHealthHandler(IComplianceDb db, TimeProvider clock) : IRequestHandler<GetAgreementHealth, AgreementHealthDetails>
{
    public async Task<AgreementHealthDetails> Handle(GetAgreementHealth request, CancellationToken cancellationToken)
    {
        var agreement = await db.FindAgreement(AgreementId.From(request.Agreement), cancellationToken);

        return (await db.HealthOf([agreement], clock.GetUtcNow(), cancellationToken))[0];
    }
}
