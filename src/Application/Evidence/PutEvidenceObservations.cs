using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Replaces the observations that a piece supports. This removes a review of the old list.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.EnterAnswers)]
public sealed record PutEvidenceObservations(Guid AssessmentId, Guid EvidenceId, ExpectedVersions Version, IReadOnlyList<Observation>? Observations) : IRequest<EvidenceDetails>;

internal sealed class PutEvidenceObservationsValidator : AbstractValidator<PutEvidenceObservations>
{
    public const int MostObservations = 100;

    public PutEvidenceObservationsValidator()
    {
        RuleFor(request => request.Observations).Required().AtMost(MostObservations);
        RuleForEach(request => request.Observations).Required().ChildRules(observation =>
        {
            observation.RuleFor(each => each.Indicator).Required().Text(PlainText.NameLength);
            observation.RuleFor(each => each.Subject).Required().Text(PlainText.NameLength);
        });
    }
}

internal sealed class PutEvidenceObservationsHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context)
    : IRequestHandler<PutEvidenceObservations, EvidenceDetails>
{
    public async Task<EvidenceDetails> Handle(PutEvidenceObservations request, CancellationToken cancellationToken)
    {
        var about = await db.LoadForEvidence(library, request.AssessmentId, cancellationToken);
        about.RequireChangeBy(context.Caller);
        var piece = await db.LoadPiece(about.Assessment, request.EvidenceId, request.Version, cancellationToken);
        var sent = request.Observations!.Select((observation, index) => new SentObservation(observation, $"/observations/{index}"));
        Rule.RequireNone([.. about.Faults(sent, piece.Technique)], EvidenceErrors.Refused);

        piece.Prove([.. request.Observations!.Distinct()]);
        await db.SaveChangesAsync(cancellationToken);

        return await db.ReadEvidence(about.Assessment, piece.Id, context.Caller, cancellationToken);
    }
}
