using Compliance.Application.Cycles;
using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Assessments;

/// <summary>Plans units into a cycle. A unit that is planned already stays as it is.</summary>
/// <param name="Assessor">The e-mail address of the assessor, for the units that are new.</param>
public sealed record PlanAssessments(int Year, IReadOnlyList<Guid>? Units, string? Assessor) : IRequest<AssessmentsPlanned>;

/// <param name="Items">Every unit asked for, in the order asked.</param>
public sealed record AssessmentsPlanned(int Created, int Existing, IReadOnlyList<PlannedAssessment> Items);

public sealed record PlannedAssessment(Guid Id, Guid Unit, bool IsNew);

internal sealed class PlanAssessmentsValidator : AbstractValidator<PlanAssessments>
{
    private const int MostUnits = 5_000;

    public PlanAssessmentsValidator()
    {
        RuleFor(request => request.Units).NotEmpty().WithErrorCode("required");
        RuleFor(request => request.Units!.Count).LessThanOrEqualTo(MostUnits).WithErrorCode("tooMany")
            .When(request => request.Units is not null).OverridePropertyName("Units");
        RuleFor(request => request.Assessor).Text(PlainText.NameLength);
        RuleFor(request => request.Assessor).EmailAddress().WithErrorCode("notAnEmail");
    }
}

internal sealed class PlanAssessmentsHandler(IComplianceDb db, TimeProvider clock) : IRequestHandler<PlanAssessments, AssessmentsPlanned>
{
    public async Task<AssessmentsPlanned> Handle(PlanAssessments request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var units = request.Units!.Select(ServiceUnitId.From).ToList();
        var registered = (await db.ServiceUnits.Where(unit => units.Contains(unit.Id)).Select(unit => unit.Id).ToListAsync(cancellationToken)).ToHashSet();
        Rule.RequireNone(
            [
                .. units.Select((unit, place) => (unit, place)).Where(pair => !registered.Contains(pair.unit))
                    .Select(pair => RegistryErrors.UnknownUnit(pair.unit.Value).At($"/units/{pair.place}")),
            ],
            AssessmentErrors.UnitsUnknown);
        var planned = await db.Assessments
            .Where(assessment => assessment.CycleId == cycle.Id && units.Contains(assessment.UnitId))
            .ToDictionaryAsync(assessment => assessment.UnitId, assessment => assessment.Id, cancellationToken);
        var items = new List<PlannedAssessment>();

        foreach (var unit in units)
        {
            var isNew = !planned.TryGetValue(unit, out var id);

            if (isNew)
            {
                id = EntityId.New<AssessmentId>(clock.GetUtcNow());
                planned.Add(unit, id);
                db.Assessments.Add(Assessment.Plan(id, cycle, unit, request.Assessor));
                db.Sheets.Add(SheetRow.Empty(id));
            }

            items.Add(new(id.Value, unit.Value, isNew));
        }

        await db.SaveChangesAsync(cancellationToken);

        return new(items.Count(item => item.IsNew), items.Count(item => !item.IsNew), items);
    }
}
