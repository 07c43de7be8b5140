using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Assessments;

/// <summary>Plans units into a cycle. A unit that is planned already stays as it is.</summary>
/// <param name="Assessor">The e-mail address of an assessor of the units' office, for the units that are new.</param>
[Needs(Permission.PlanAssessments)]
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

internal sealed class PlanAssessmentsHandler(IComplianceDb db, Call call, TimeProvider clock) : IRequestHandler<PlanAssessments, AssessmentsPlanned>
{
    public async Task<AssessmentsPlanned> Handle(PlanAssessments request, CancellationToken cancellationToken)
    {
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var units = request.Units!.Select(ServiceUnitId.From).ToList();
        var offices = await OfficesOf(units, cancellationToken);
        Refuse(units, unit => !offices.ContainsKey(unit), unit => RegistryErrors.UnknownUnit(unit.Value), AssessmentErrors.UnitsUnknown);
        Refuse(
            units,
            unit => !call.Caller.May(Permission.PlanAssessments, offices[unit], cycle.Year, null),
            _ => AccessErrors.OutsideScope,
            AccessErrors.OutsideScope);
        var planned = await db.Assessments
            .Where(assessment => assessment.CycleId == cycle.Id && units.Contains(assessment.UnitId))
            .ToDictionaryAsync(assessment => assessment.UnitId, assessment => assessment.Id, cancellationToken);
        var assessor = await AssessorFor(request.Assessor, units.Where(unit => !planned.ContainsKey(unit)).Select(unit => offices[unit]), cycle.Year, cancellationToken);
        var items = new List<PlannedAssessment>();

        foreach (var unit in units)
        {
            var isNew = !planned.TryGetValue(unit, out var id);

            if (isNew)
            {
                id = EntityId.New<AssessmentId>(clock.GetUtcNow());
                planned.Add(unit, id);
                db.Assessments.Add(Assessment.Plan(id, cycle, unit, offices[unit], assessor));
                db.Sheets.Add(SheetRow.Empty(id));
            }

            items.Add(new(id.Value, unit.Value, isNew));
        }

        await db.SaveChangesAsync(cancellationToken);

        return new(items.Count(item => item.IsNew), items.Count(item => !item.IsNew), items);
    }

    private static void Refuse(
        List<ServiceUnitId> units, Func<ServiceUnitId, bool> isWrong, Func<ServiceUnitId, DomainError> error, DomainError refusal) => Rule.RequireNone(
        [.. units.Select((unit, place) => (unit, place)).Where(pair => isWrong(pair.unit)).Select(pair => error(pair.unit).At($"/units/{pair.place}"))],
        refusal);

    private async Task<Dictionary<ServiceUnitId, string>> OfficesOf(List<ServiceUnitId> units, CancellationToken cancellationToken)
    {
        var provinces = await (
            from unit in db.ServiceUnits
            join institution in db.Institutions on unit.InstitutionId equals institution.Id
            where units.Contains(unit.Id)
            select new { unit.Id, institution.Province }).ToListAsync(cancellationToken);

        return provinces.ToDictionary(row => row.Id, row => Offices.Of(row.Province));
    }

    /// <summary>An assessor is somebody who may answer in every office concerned; whoever signs in elsewhere shows it there.</summary>
    private async Task<AccountId?> AssessorFor(string? email, IEnumerable<string> offices, int year, CancellationToken cancellationToken)
    {
        if (Account.KeyOf(email) is not { } key)
        {
            return null;
        }

        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.EmailKey == key, cancellationToken);
        Rule.RequireNone(
            account is not null && offices.All(office => account.MayBeAssigned(office, year)) ? [] : [AccessErrors.UnknownAssessor.At("/assessor")],
            AccessErrors.UnknownAssessor);

        return account!.Id;
    }
}
