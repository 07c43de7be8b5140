using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>A colour of compliance, named by the instrument. A higher order is better.</summary>
/// <param name="Colour">The display colour as #rrggbb.</param>
public sealed record Zone(string Code, LocalizedText Label, int Order, string Colour);

/// <summary>The zone of one or more bands of an instrument; it begins at the lowest of them.</summary>
public sealed record ZoneRange(Zone Zone, Band LowestBand)
{
    public decimal From => LowestBand.From;
}
