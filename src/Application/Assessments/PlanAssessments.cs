using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;

namespace Compliance.Application.Assessments;

/// <summary>Plans units into a cycle, all or nothing. A unit that is already planned stays unchanged.</summary>
/// <param name="Units">Units that share the settings of this request.</param>
/// <param name="Assessor">The e-mail address of an assessor of the units' office, for new units that name no other.</param>
/// <param name="Subjects">The numbers of subjects, for units that have none of their own.</param>
/// <param name="Frame">Units with settings of their own.</param>
[Needs(Permission.PlanAssessments)]
public sealed record PlanAssessments(
    int Year, IReadOnlyList<Guid>? Units, string? Assessor, SubjectsInput? Subjects = null, IReadOnlyList<FrameRow>? Frame = null)
    : IRequest<AssessmentsPlanned>, IRepeatable
{
    /// <summary>In <see cref="Units"/> and <see cref="Frame"/> together.</summary>
    public const int MostUnits = 5_000;
}

/// <summary>One unit of the sampling frame, with the settings in which it differs from the others.</summary>
public sealed record FrameRow(
    Guid? Unit, SubjectsInput? Subjects, IReadOnlyList<Guid>? Products, string? Assessor, string? AssessedAt, string? AssessedAtNote);

/// <param name="Items">Every requested unit, in the order of the request.</param>
public sealed record AssessmentsPlanned(int Created, int Existing, IReadOnlyList<PlannedAssessment> Items);

public sealed record PlannedAssessment(Guid Id, Guid Unit, bool IsNew);

internal sealed class PlanAssessmentsValidator : AbstractValidator<PlanAssessments>
{
    public PlanAssessmentsValidator()
    {
        RuleFor(request => request.Units).Required().When(request => request.Frame is null or []);
        RuleFor(request => request)
            .Must(request => (request.Units?.Count ?? 0) + (request.Frame?.Count ?? 0) <= PlanAssessments.MostUnits).Refuses(InputErrors.TooMany)
            .OverridePropertyName("Units");
        RuleFor(request => request.Assessor).Address();
        RuleForEach(request => request.Frame).Required().ChildRules(row =>
        {
            row.RuleFor(each => each.Unit).Required();
            row.RuleFor(each => each.Assessor).Address();
            row.Place(each => each.AssessedAt, each => each.AssessedAtNote);
        });
    }
}

internal sealed class PlanAssessmentsHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock)
    : IRequestHandler<PlanAssessments, AssessmentsPlanned>
{
    public async Task<AssessmentsPlanned> Handle(PlanAssessments request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        Rule.Require(!cycle.IsDecided, CycleErrors.Decided);
        var instrument = (await library.Get(db, cycle.Instrument, cancellationToken)).Instrument;
        var frame = await SamplingFrame.Read(db, request, cancellationToken);
        var units = frame.Loci.Select(locus => locus.Unit).ToList();
        var planned = await db.Assessments
            .Where(assessment => assessment.CycleId == cycle.Id && units.Contains(assessment.UnitId))
            .ToDictionaryAsync(assessment => assessment.UnitId, assessment => assessment.Id, cancellationToken);
        frame.RefuseUnknownUnits();
        frame.RefuseOtherOffices(context.Caller);
        frame.RefuseFaults(instrument, planned.Keys);
        var items = new List<PlannedAssessment>();

        foreach (var locus in frame.Loci)
        {
            var isNew = !planned.TryGetValue(locus.Unit, out var id);

            if (isNew)
            {
                id = EntityId.New<AssessmentId>(clock.GetUtcNow());
                planned.Add(locus.Unit, id);
                db.Assessments.Add(frame.Plan(id, cycle, locus, instrument));
                db.Sheets.Add(SheetRow.Empty(id));
            }

            items.Add(new(id.Value, locus.Unit.Value, isNew));
        }

        await db.SaveChangesAsync(cancellationToken);

        return new(items.Count(item => item.IsNew), items.Count(item => !item.IsNew), items);
    }
}
