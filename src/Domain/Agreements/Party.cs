using Compliance.Domain.Institutions;

namespace Compliance.Domain.Agreements;

/// <summary>One side of an agreement: an office of the Ombudsman, an institution, or one unit of an institution.</summary>
/// <param name="Office">The code of an office.</param>
/// <param name="InstitutionId">The institution, also for a unit; null for an office.</param>
/// <param name="UnitId">The unit; null if the party is the whole institution.</param>
/// <param name="Role">Its name in the agreement, such as "Pihak Kesatu" or "tuan rumah".</param>
/// <param name="Number">The number that it gave the agreement itself.</param>
/// <param name="Signatory">Who signs for it.</param>
public sealed record Party(
    string? Office, InstitutionId? InstitutionId, ServiceUnitId? UnitId, string? Role, string? Number, Signatory? Signatory)
{
    /// <summary>The identity of the party as one text.</summary>
    public string Side { get; } = Office is not null ? $"office:{Office}" : UnitId is { } unit ? $"unit:{unit.Value}" : $"institution:{InstitutionId?.Value}";

    public string? NumberKey { get; } = KeyOf(Number);

    public static Party OfOffice(string office, string? role = null, string? number = null, Signatory? signatory = null) =>
        new(office, null, null, role, number, signatory);

    public static Party Of(InstitutionId institution, ServiceUnitId? unit = null, string? role = null, string? number = null, Signatory? signatory = null) =>
        new(null, institution, unit, role, number, signatory);

    /// <summary>Numbers of one side are compared without spaces and regardless of case.</summary>
    internal static string? KeyOf(string? number) =>
        string.IsNullOrWhiteSpace(number) ? null : string.Concat(number.Where(sign => !char.IsWhiteSpace(sign))).ToUpperInvariant();

    internal static string KeyOf(IEnumerable<Party> parties) => string.Join(' ', parties.Select(party => party.Side).Order(StringComparer.Ordinal));
}

/// <summary>Who signs for a party, and in which post.</summary>
public sealed record Signatory(string Post, string? Name);
