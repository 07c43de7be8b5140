using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Replaces the assignments of many units of a cycle, all or nothing.</summary>
[Needs(Permission.PlanAssessments)]
public sealed record AssignAssessments(int Year, IReadOnlyList<Guid>? Assessments, string? Assessor, IReadOnlyList<TechniqueInput>? Techniques)
    : IRequest<AssessmentsAssigned>
{
    public const int MostAssessments = 5_000;
}

/// <param name="Items">Every requested assessment, in the order of the request.</param>
public sealed record AssessmentsAssigned(int Changed, int Unchanged, IReadOnlyList<AssignedAssessment> Items);

/// <param name="Version">The current version.</param>
public sealed record AssignedAssessment(Guid Id, int Version, bool IsChanged);

internal sealed class AssignAssessmentsValidator : AbstractValidator<AssignAssessments>
{
    public AssignAssessmentsValidator()
    {
        RuleFor(request => request.Assessments).Required().AtMost(AssignAssessments.MostAssessments);
        RuleFor(request => request.Assessor).Address();
        RuleForEach(request => request.Techniques).Technique();
    }
}

internal sealed class AssignAssessmentsHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context) : IRequestHandler<AssignAssessments, AssessmentsAssigned>
{
    private const int Attempts = 5;

    public Task<AssessmentsAssigned> Handle(AssignAssessments request, CancellationToken cancellationToken) =>
        db.RetryOnConflict(Attempts, () => Assign(request, cancellationToken));

    private async Task<AssessmentsAssigned> Assign(AssignAssessments request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var instrument = (await library.Get(db, cycle.Instrument, cancellationToken)).Instrument;
        var input = new AssignmentInput(request.Assessor, request.Techniques);
        var accounts = await db.AccountsOf(input.Addresses, cancellationToken);
        var ids = request.Assessments!.Distinct().Select(AssessmentId.From).ToList();
        var found = await db.Assessments
            .Where(assessment => assessment.CycleId == cycle.Id && ids.Contains(assessment.Id))
            .ToDictionaryAsync(assessment => assessment.Id.Value, cancellationToken);
        Refuse(request, id => found.ContainsKey(id) ? null : AssessmentErrors.UnknownAssessment);
        Refuse(request, id => found[id].Allows(context.Caller, Permission.PlanAssessments) ? null : AccessErrors.OutsideScope);
        Refuse(request, id => found[id].Status.Allows(AssessmentAction.Assign) ? null : AssessmentErrors.StatusForbids(found[id].Status));
        MixedFaults.Refuse(
            [.. found.Values.SelectMany(assessment => input.Faults(accounts, assessment, instrument)).Distinct()], AssessmentErrors.AssignmentRefused);
        var before = found.ToDictionary(pair => pair.Key, pair => pair.Value.Version);

        foreach (var assessment in found.Values)
        {
            input.Apply(assessment, accounts);
        }

        await db.SaveChangesAsync(cancellationToken);
        var items = request.Assessments!.Distinct().Select(id => new AssignedAssessment(id, found[id].Version, found[id].Version != before[id])).ToList();

        return new(items.Count(item => item.IsChanged), items.Count(item => !item.IsChanged), items);
    }

    /// <summary>Refuses the whole request if any assessment has a fault, with the error of the first one.</summary>
    private static void Refuse(AssignAssessments request, Func<Guid, DomainError?> error)
    {
        var faults = request.Assessments!
            .Select((id, index) => error(id)?.At($"/assessments/{index}"))
            .OfType<Fault>()
            .ToList();

        if (faults.Count > 0)
        {
            throw new DomainException(faults[0].Error, faults);
        }
    }
}
