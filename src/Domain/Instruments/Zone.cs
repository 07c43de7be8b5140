using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>A colour of compliance, as the instrument names it. A higher order is better.</summary>
/// <param name="Colour">For screens, as #rrggbb.</param>
public sealed record Zone(string Code, LocalizedText Label, int Order, string Colour);

/// <summary>A zone as the bands of an instrument carry it. Several bands may share one; it begins where the lowest of them does.</summary>
public sealed record ZoneRange(Zone Zone, Band LowestBand)
{
    public decimal From => LowestBand.From;
}
