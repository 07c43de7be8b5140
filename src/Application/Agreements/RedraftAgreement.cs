using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Agreements;

/// <summary>Replaces the content of an unsigned agreement. The responsible office stays the same.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.ManageAgreements)]
public sealed record RedraftAgreement(Guid Id, ExpectedVersions Version, AgreementInput Agreement) : IRequest<AgreementDetails>;

internal sealed class RedraftAgreementValidator : AbstractValidator<RedraftAgreement>
{
    public RedraftAgreementValidator() => this.Agreement(request => request.Agreement);
}

internal sealed class RedraftAgreementHandler(IComplianceDb db, AgreementDrafts drafts, AgreementRegister register, AgreementQueries reading, RequestContext context)
    : IRequestHandler<RedraftAgreement, AgreementDetails>
{
    public async Task<AgreementDetails> Handle(RedraftAgreement request, CancellationToken cancellationToken)
    {
        var agreement = await db.LoadAgreement(request.Id, request.Version, context.Caller, cancellationToken);
        var draft = await drafts.Read(request.Agreement, null, cancellationToken);
        await register.RequireFree(agreement.Id, draft.Content, cancellationToken);
        agreement.Redraft(draft.Content, draft.Umbrella);
        await db.SaveChangesAsync(cancellationToken);

        return await reading.Read(agreement.Id, cancellationToken);
    }
}
