using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Instruments;

/// <summary>
/// A stretch of the scale that shares a category: both ends belong to it, in points with two decimals.
/// A band may carry no zone (2025), and its label may differ by kind of body.
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

    /// <summary>Every wording of this band, for recognising what was printed.</summary>
    public IEnumerable<LocalizedText> Labels => LabelsByKind.Values.Prepend(Label);
}

/// <summary>
/// The second axis of an outcome, beside the band: "Tanpa Maladministrasi" of 2025, for bodies
/// whose corrective actions are all resolved.
/// </summary>
public sealed record Qualifier(string Code, LocalizedText Label);
