using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Agreements;

/// <summary>Records that the parties have signed. Repeating it with the same dates changes nothing.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.ManageAgreements)]
public sealed record SignAgreement(Guid Id, ExpectedVersions Version, SignatureInput Signature) : IRequest<AgreementDetails>;

internal sealed class SignAgreementValidator : AbstractValidator<SignAgreement>
{
    public SignAgreementValidator()
    {
        RuleFor(request => request.Signature.SignedOn).Required().OverridePropertyName(nameof(SignatureInput.SignedOn));
        RuleFor(request => request.Signature.EffectiveFrom).Required().OverridePropertyName(nameof(SignatureInput.EffectiveFrom));
        RuleFor(request => request.Signature.EffectiveTo).Required().OverridePropertyName(nameof(SignatureInput.EffectiveTo));
    }
}

internal sealed class SignAgreementHandler(IComplianceDb db, AgreementRegister register, AgreementQueries reading, RequestContext context)
    : IRequestHandler<SignAgreement, AgreementDetails>
{
    public async Task<AgreementDetails> Handle(SignAgreement request, CancellationToken cancellationToken)
    {
        var agreement = await db.LoadAgreement(request.Id, request.Version, context.Caller, cancellationToken);
        await using var transaction = await db.Begin(cancellationToken);
        await register.Sign(agreement, request.Signature.Term!, request.Signature.ConfirmOverlap == true, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        return await reading.Read(agreement.Id, cancellationToken);
    }
}
