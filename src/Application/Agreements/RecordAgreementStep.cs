using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

/// <summary>Records the date of a step of the formation, or corrects it.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.ManageAgreements)]
public sealed record RecordAgreementStep(Guid Id, ExpectedVersions Version, FormationStage Stage, DateOnly? On) : IRequest<AgreementDetails>;

internal sealed class RecordAgreementStepValidator : AbstractValidator<RecordAgreementStep>
{
    public RecordAgreementStepValidator() => RuleFor(request => request.On).Required();
}

internal sealed class RecordAgreementStepHandler(IComplianceDb db, AgreementQueries reading, RequestContext context, TimeProvider clock)
    : IRequestHandler<RecordAgreementStep, AgreementDetails>
{
    public async Task<AgreementDetails> Handle(RecordAgreementStep request, CancellationToken cancellationToken)
    {
        var agreement = await db.LoadAgreement(request.Id, request.Version, context.Caller, cancellationToken);
        agreement.RecordStep(new(request.Stage, request.On!.Value), agreement.DayOf(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);

        return await reading.Read(agreement.Id, cancellationToken);
    }
}
