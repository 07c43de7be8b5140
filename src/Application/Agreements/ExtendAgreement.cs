using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Agreements;

/// <summary>Registers an agreement that continues another one: with its kind, its umbrella MoU and, unless others are given, its parties.</summary>
/// <param name="Id">The id of the new agreement, chosen by the client, so that the request can be repeated safely.</param>
[Needs(Permission.ManageAgreements)]
public sealed record ExtendAgreement(Guid AgreementId, Guid? Id, AgreementInput Agreement, SignatureInput Signature) : IRequest<AgreementDetails>, IRepeatable;

internal sealed class ExtendAgreementValidator : AbstractValidator<ExtendAgreement>
{
    public ExtendAgreementValidator() => this.Agreement(request => request.Agreement, extends: true);
}

internal sealed class ExtendAgreementHandler(IComplianceDb db, AgreementDrafts drafts, AgreementRegister register, AgreementQueries reading, RequestContext context)
    : IRequestHandler<ExtendAgreement, AgreementDetails>
{
    public async Task<AgreementDetails> Handle(ExtendAgreement request, CancellationToken cancellationToken)
    {
        var extended = await db.FindAgreement(AgreementId.From(request.AgreementId), cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.ManageAgreements, extended.Office), AccessErrors.OutsideScope);
        var input = request.Agreement with
        {
            Kind = extended.Kind,
            Parent = request.Agreement.Parent ?? extended.Parent?.Value,
            Parties = request.Agreement.Parties ?? await PartiesOf(extended, cancellationToken),
        };
        var draft = await drafts.Read(input, request.Signature, cancellationToken);
        var id = await register.Add(request.Id, draft, request.Signature, extended.Id, cancellationToken);

        return await reading.Read(id, cancellationToken);
    }

    /// <summary>The parties of the extended agreement without their numbers and signatories, which belong to that agreement.</summary>
    private async Task<IReadOnlyList<PartyInput>> PartiesOf(Agreement extended, CancellationToken cancellationToken)
    {
        var ids = extended.Parties.Select(party => party.InstitutionId).OfType<InstitutionId>().ToList();
        var codes = await db.Institutions.AsNoTracking().Where(each => ids.Contains(each.Id)).ToDictionaryAsync(each => each.Id, each => each.Code, cancellationToken);

        return
        [
            .. extended.Parties.Select(party => new PartyInput(
                party is { UnitId: null, InstitutionId: { } institution } ? codes[institution] : null, party.Office, party.UnitId?.Value, party.Role, null, null)),
        ];
    }
}
