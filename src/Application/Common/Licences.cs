namespace Compliance.Application.Common;

/// <summary>The terms under which published data may be used; part of every response with published data.</summary>
public static class Licences
{
    public const string Regions = "ODbL-1.0 (idn-area-data)";

    public const string Results = "Announced results are public information; region names ODbL-1.0 (idn-area-data)";
}
