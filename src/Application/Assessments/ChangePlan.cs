using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Assessments;

/// <summary>Replaces the plan of one unit: how many subjects, which products, and where.</summary>
/// <param name="Version">The versions that the caller has read.</param>
[Needs(Permission.PlanAssessments)]
public sealed record ChangePlan(
    Guid Id, ExpectedVersions Version, SubjectsInput? Subjects, IReadOnlyList<Guid>? Products, string? AssessedAt, string? AssessedAtNote) : IRequest<AssessmentDetails>
{
    internal LocusInput Locus => new(Subjects, Products, AssessedAt, AssessedAtNote);
}

internal sealed class ChangePlanValidator : AbstractValidator<ChangePlan>
{
    public ChangePlanValidator() => this.Place(request => request.AssessedAt, request => request.AssessedAtNote);
}

internal sealed class ChangePlanHandler(IComplianceDb db, AssessmentChanges changes) : IRequestHandler<ChangePlan, AssessmentDetails>
{
    public Task<AssessmentDetails> Handle(ChangePlan request, CancellationToken cancellationToken) => changes.Make(
        request.Id, request.Version, Permission.PlanAssessments, open => Change(open, request, cancellationToken), cancellationToken);

    private async Task Change(OpenSheet open, ChangePlan request, CancellationToken cancellationToken)
    {
        var (instrument, locus) = (open.Known.Instrument, request.Locus);
        var offered = (await db.FactsOf([open.Assessment.UnitId], cancellationToken))[open.Assessment.UnitId].Products;
        var places = await db.KnownRegions([locus.AssessedAt], cancellationToken);
        MixedFaults.Refuse(
            [.. locus.SubjectFaults(instrument), .. locus.PlaceFaults(instrument, offered, places)], AssessmentErrors.PlanRefused);
        open.Assessment.ChangePlan(
            locus.ToPlan(instrument, offered), [.. open.Sheet.Answers.Select(stored => Subject.Parse(stored.Answer.Subject)!.Value)]);
        open.RevalidateConcurrentBatches();
    }
}
