using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.Agreements;

/// <summary>Ends an agreement early, or abandons its formation.</summary>
/// <param name="Version">The versions that the caller has read.</param>
/// <param name="On">The first day on which it is no longer in force.</param>
[Needs(Permission.ManageAgreements)]
public sealed record TerminateAgreement(Guid Id, ExpectedVersions Version, DateOnly? On, string? Reason) : IRequest<AgreementDetails>, IReasoned;

internal sealed class TerminateAgreementValidator : AbstractValidator<TerminateAgreement>
{
    public TerminateAgreementValidator()
    {
        RuleFor(request => request.On).Required();
        RuleFor(request => request.Reason).Required().Lines(PlainText.NoteLength);
    }
}

internal sealed class TerminateAgreementHandler(IComplianceDb db, AgreementQueries reading, RequestContext context)
    : IRequestHandler<TerminateAgreement, AgreementDetails>
{
    public async Task<AgreementDetails> Handle(TerminateAgreement request, CancellationToken cancellationToken)
    {
        var agreement = await db.LoadAgreement(request.Id, request.Version, context.Caller, cancellationToken);
        agreement.Terminate(request.On!.Value, request.Reason!);
        await db.SaveChangesAsync(cancellationToken);

        return await reading.Read(agreement.Id, cancellationToken);
    }
}
