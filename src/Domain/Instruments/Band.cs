using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Instruments;

/// <summary>
/// A range of the scale with a category; both ends are included, in points with two decimals.
/// A band may have no zone (2025), and its label may depend on the kind of institution.
/// </summary>
public sealed record Band(
    decimal From,
    decimal To,
    string Category,
    LocalizedText Label,
    IReadOnlyDictionary<InstitutionKind, LocalizedText> LabelsByKind,
    Zone? Zone)
{
    public LocalizedText LabelFor(InstitutionKind? kind) =>
        kind is { } known && LabelsByKind.TryGetValue(known, out var label) ? label : Label;

    /// <summary>Every wording of this band, for recognising a printed label.</summary>
    public IEnumerable<LocalizedText> Labels => LabelsByKind.Values.Prepend(Label);
}

/// <summary>
/// The second axis of a result, beside the band: "Tanpa Maladministrasi" of 2025, for institutions
/// whose corrective actions are all resolved.
/// </summary>
public sealed record Qualifier(string Code, LocalizedText Label);
