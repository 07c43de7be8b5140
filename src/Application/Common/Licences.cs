namespace Compliance.Application.Common;

/// <summary>Under what terms published data may be used; part of every published answer.</summary>
public static class Licences
{
    public const string Regions = "ODbL-1.0 (idn-area-data)";

    public const string Results = "Announced results are public information; region names ODbL-1.0 (idn-area-data)";
}
