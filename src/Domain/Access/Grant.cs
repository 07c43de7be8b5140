using Compliance.Domain.Common;

namespace Compliance.Domain.Access;

/// <summary>A role with its scope: an office and its province, or an institution and its units; in one cycle or in all.</summary>
/// <param name="Office">A province code, or 00 for head office; for the roles of an office only.</param>
/// <param name="Institution">An institution's code; for liaisons only.</param>
/// <param name="Cycle">The year of the only cycle in which the role applies; null for all.</param>
public sealed record Grant(Role Role, string? Office = null, string? Institution = null, int? Cycle = null)
{
    /// <summary>Checks the shape only; whether office and institution exist is checked against the registry elsewhere.</summary>
    public IEnumerable<Fault> Faults()
    {
        var reach = Role.Reach();

        if (Role == Role.Integrator)
        {
            yield return AccessErrors.IntegratorsUseKeys.At("/role");
        }

        if (reach == ScopeKind.Office != Office is not null)
        {
            yield return (Office is null ? AccessErrors.OfficeNeeded : AccessErrors.OfficeNotForRole).At("/office");
        }

        if (reach == ScopeKind.Institution != Institution is not null)
        {
            yield return (Institution is null ? AccessErrors.InstitutionNeeded : AccessErrors.InstitutionNotForRole).At("/institution");
        }

        if (Cycle is { } year && !AssessmentYear.IsValid(year))
        {
            yield return AssessmentYear.OutOfRange.At("/cycle");
        }

        if (Cycle is not null && !Role.WorksInCycles())
        {
            yield return AccessErrors.CycleNotForRole.At("/cycle");
        }
    }
}

/// <summary>The offices of the Ombudsman by code: head office, and a representative office for each province.</summary>
public static class Offices
{
    /// <summary>Head office; it assesses ministries and agencies. Kemendagri gives this code to no province.</summary>
    public const string Head = "00";

    public static string Of(string? province) => province ?? Head;
}
