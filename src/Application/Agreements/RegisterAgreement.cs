using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Agreements;

/// <summary>
/// Registers an agreement: with the dates of its signature one that is signed already, without them one that is forming. The
/// same under the same id again changes nothing.
/// </summary>
/// <param name="Id">Made by the client, where it wants to repeat safely.</param>
[Needs(Permission.ManageAgreements)]
public sealed record RegisterAgreement(Guid? Id, AgreementInput Agreement, SignatureInput Signature) : IRequest<AgreementDetails>;

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
