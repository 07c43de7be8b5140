using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Agreements;

/// <summary>
/// Registers an agreement: with the dates of its signature as signed, without them as forming.
/// Repeating it with the same id changes nothing.
/// </summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
[Needs(Permission.ManageAgreements)]
public sealed record RegisterAgreement(Guid? Id, AgreementInput Agreement, SignatureInput Signature) : IRequest<AgreementDetails>, IRepeatable;

internal sealed class RegisterAgreementValidator : AbstractValidator<RegisterAgreement>
{
    public RegisterAgreementValidator() => this.Agreement(request => request.Agreement);
}

internal sealed class RegisterAgreementHandler(AgreementDrafts drafts, AgreementRegister register, AgreementQueries reading)
    : IRequestHandler<RegisterAgreement, AgreementDetails>
{
    public async Task<AgreementDetails> Handle(RegisterAgreement request, CancellationToken cancellationToken)
    {
        var draft = await drafts.Read(request.Agreement, request.Signature, cancellationToken);
        var id = await register.Add(request.Id, draft, request.Signature, null, cancellationToken);

        return await reading.Read(id, cancellationToken);
    }
}
