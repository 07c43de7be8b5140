namespace Compliance.Domain.Institutions;

public enum RegionLevel
{
    Province,
    Regency,
    City,
    District,
    Village,
}

/// <summary>A region, identified by its Kemendagri code (<c>14</c>, <c>14.01</c>, <c>14.71.01</c>), never by a BPS code.</summary>
public sealed class Region(string code, string name, string? parent, RegionLevel level)
{
    public string Code { get; } = code;

    public string Name { get; } = name;

    public string? Parent { get; } = parent;

    public RegionLevel Level { get; } = level;
}
