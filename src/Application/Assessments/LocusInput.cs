using System.Linq.Expressions;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Assessments;

/// <summary>How one unit is to be observed. Defaults for absent members come from the instrument and the registry.</summary>
/// <param name="Products">The products of product:1, product:2 …; if left out, the first ones that the unit has registered.</param>
/// <param name="AssessedAt">The Kemendagri code of the region where it is assessed, if that is not its own region.</param>
public sealed record LocusInput(SubjectsInput? Subjects, IReadOnlyList<Guid>? Products, string? AssessedAt, string? AssessedAtNote)
{
    /// <param name="offered">The unit's products, ordered by id.</param>
    internal LocusPlan ToPlan(Instrument instrument, IReadOnlyList<ServiceProductId> offered)
    {
        var subjects = SubjectsInput.Read(Subjects, instrument);

        return new(
            subjects,
            Products is null ? [.. offered.Take(subjects.Products)] : [.. Products.Select(ServiceProductId.From)],
            AssessedAt,
            AssessedAtNote);
    }

    /// <summary>Returns the faults in the numbers of subjects.</summary>
    internal IEnumerable<Fault> SubjectFaults(Instrument instrument) =>
        SubjectsInput.Read(Subjects, instrument).Check(instrument).Select(fault => fault.Under("/subjects"));

    /// <summary>Returns the faults in the products and the region.</summary>
    /// <param name="places">The codes that exist, of the regions in the request.</param>
    internal IEnumerable<Fault> PlaceFaults(Instrument instrument, IReadOnlyList<ServiceProductId> offered, IReadOnlySet<string> places)
    {
        var plan = ToPlan(instrument, offered);

        foreach (var fault in LocusPlan.ProductFaults(plan.Products, offered, plan.Subjects))
        {
            yield return fault;
        }

        if (AssessedAt is { } code && !places.Contains(code))
        {
            yield return RegistryErrors.UnknownRegion(code).At("/assessedAt");
        }
    }
}

/// <summary>How many subjects of each kind are observed; null: as many as the instrument declares.</summary>
public sealed record SubjectsInput(int? Products, int? Respondents, int? Officials)
{
    internal static PlannedSubjects Read(SubjectsInput? input, Instrument instrument)
    {
        var declared = PlannedSubjects.Of(instrument);

        return new(input?.Products ?? declared.Products, input?.Respondents ?? declared.Respondents, input?.Officials ?? declared.Officials);
    }
}

/// <summary>Reads the regions and products that a plan refers to.</summary>
internal static class LocusQueries
{
    /// <summary>Returns those of the region codes that exist.</summary>
    public static async Task<IReadOnlySet<string>> KnownRegions(this IComplianceDb db, IEnumerable<string?> codes, CancellationToken cancellationToken)
    {
        var named = codes.OfType<string>().Distinct().ToList();

        return named.Count == 0
            ? new HashSet<string>()
            : (await db.Regions.Where(region => named.Contains(region.Code)).Select(region => region.Code).ToListAsync(cancellationToken)).ToHashSet();
    }

    /// <summary>Returns the office and products of these units; a unit that does not exist has no entry.</summary>
    public static async Task<IReadOnlyDictionary<ServiceUnitId, UnitFacts>> FactsOf(
        this IComplianceDb db, IReadOnlyCollection<ServiceUnitId> units, CancellationToken cancellationToken)
    {
        var rows = await (
            from unit in db.ServiceUnits.AsNoTracking()
            join institution in db.Institutions on unit.InstitutionId equals institution.Id
            where units.Contains(unit.Id)
            select new { unit.Id, institution.Province, Products = unit.Products.Select(product => product.Id).ToList() }).ToListAsync(cancellationToken);

        return rows.ToDictionary(row => row.Id, row => new UnitFacts(Offices.Of(row.Province), [.. row.Products.OrderBy(product => product.Value)]));
    }

    /// <summary>Limits the texts of a plan in length and characters.</summary>
    public static void Place<T>(
        this AbstractValidator<T> validator, Expression<Func<T, string?>> assessedAt, Expression<Func<T, string?>> note)
    {
        validator.RuleFor(assessedAt).Text(PlainText.CodeLength);
        validator.RuleFor(note).Lines(PlainText.NoteLength);
    }
}

/// <param name="Office">The office that is responsible for the unit.</param>
/// <param name="Products">Ordered by id.</param>
internal sealed record UnitFacts(string Office, IReadOnlyList<ServiceProductId> Products);

internal static class MixedFaults
{
    /// <summary>Throws all faults: under their own error if all are of one kind, else under the common one.</summary>
    public static void Refuse(IReadOnlyList<Fault> faults, DomainError common) =>
        Rule.RequireNone(faults, faults.Select(fault => fault.Error.Code).Distinct().Count() == 1 ? faults[0].Error : common);
}
