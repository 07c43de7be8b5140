namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>What is known to mean something, by the name of the parameter or member, with the values on both sides of each border.</summary>
internal static class Plausible
{
    private static readonly string[] Years = ["2022", "2023", "2024", "2025", "2026", "2027", "2021", "2017", "2009", "2008", "2100", "2101", "2016"];
    private static readonly string[] Provinces = ["14", "11", "31", "95", "81"];
    private static readonly string[] Zones = ["green", "yellow", "red"];
    private static readonly string[] Categories = ["A", "B", "C", "D", "E", "high", "medium", "low"];
    private static readonly string[] Scores =
        ["82.07", "60.8", "0", "0.00", "100", "100.00", "49.85", "50", "80.99", "81", "90", "70", "100.01", "-0.01", "82.075"];

    private static readonly string[] Flags = ["true", "false", "True", "true", "false", "1"];
    private static readonly string[] Days = ["2026-03-01", "2026-10-31", "2025-12-14", "2027-01-01", "2026-03-01"];

    /// <summary>Points of dimensions, which their names go with.</summary>
    public static readonly string[] Dimensions = ["input", "process", "output", "complaints"];

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["year"] = Years,
        ["cycle"] = Years,
        ["kind"] = ["ministry", "agency", "province", "regency", "city", "vertical"],
        ["status"] = ["planned", "collecting", "submitted", "assessed", "notAssessed"],
        ["province"] = Provinces,
        ["office"] = Provinces,
        ["parent"] = [.. Provinces, "14.01"],
        ["q"] = ["kampar", "Kab", "a", "kota", "disdukcapil"],
        ["code"] = ["14.01", "14.04", "kemenlu", "polres-kampar", "2023", "2024"],
        ["instrument"] = ["2024", "2024", "2024", "2023", "2022", "2021", "1999"],
        ["zone"] = Zones,
        ["category"] = Categories,
        ["target"] = [.. Zones, .. Categories],
        ["minScore"] = Scores,
        ["maxScore"] = Scores,
        ["sort"] = ["-score", "score", "-year"],
        ["limit"] = ["1", "2", "3", "7", "10", "25", "50", "499", "500", "501", "0"],
        ["knownAt"] = ["2024-01-31T09:00:00Z", "2026-01-31T09:00:00+07:00", "2100-01-01", "2100-01-01T00:00:00Z", "2023-12-14"],
        ["dryRun"] = Flags,
        ["trace"] = Flags,
        ["decision"] = ["418/2023", "1/2026"],
        ["date"] = Days,
        ["opensOn"] = Days,
        ["closesOn"] = ["2026-10-31", "2026-12-18", "2026-03-01", "2026-02-28"],
        ["assessor"] = ["assessor.riau@demo.example", "someone@demo.example"],
        ["indicator"] = ["output.ikm", "process.standard.cost", "input.facilities.toilet", "input.facilities.accessibility"],
        ["subject"] = ["unit", "product:1", "product:2", "product:3", "respondent:1", "official:1"],
        ["level"] = ["0", "1", "2", "3", "4", "5", "-1"],
        ["number"] = ["24.99", "25", "83.4", "100", "100.01", "83.44445"],
        ["baseVersion"] = ["0", "1", "2", "3", "-1"],
        ["device"] = ["tablet-7"],
        ["reason"] = ["Tidak ada layanan itu.", "security", "refused", "other"],
        ["note"] = ["", "Jalan terputus"],
        ["assessedAt"] = ["14.71", "14.01", "14", "99.99"],
        ["products"] = ["1", "2", "0", "3"],
        ["respondents"] = ["1", "10", "30", "0", "31"],
        ["officials"] = ["1", "4", "0", "5"],
        ["checked"] = ["ramp", "lift", "lactationRoom"],
        ["units"] = Scores,
        ["dimensions"] = ["8.72", "0", "21.85", "21.86", "10.76", "100"],
        ["institution"] = ["14.01", "14.04", "kemenlu", "Kabupaten Kampar", "KOTA dumai", "Kabupaten Nowhere"],
        ["unit"] = ["", "", "Disdukcapil", "DPMPTSP", "Puskesmas Baru"],
        ["source"] = ["", "example"],
        ["link"] = ["https://example.org/biaya", "http://example.org", "javascript:alert(1)", "example.org"],
        ["technique"] = ["observation", "document", "interview", "survey", "secondaryData", "guess"],
        ["latitude"] = ["-0.3182", "90", "90.1", "1e3", "-90"],
        ["longitude"] = ["103.1546", "180", "-180.5"],
        ["accuracy"] = ["0", "12.5", "-1", "20000000"],
        ["verdict"] = ["accepted", "rejected", "maybe"],
        ["fileName"] = ["a.pdf", "foto.jpg"],
        ["size"] = ["1", "30", "60", "0", "-1", "104857600", "104857601"],
        ["sha256"] = ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "x"],
    };

    /// <summary>Where an answer may have shown a value for a name, or for a name of a certain kind of thing.</summary>
    private static readonly Dictionary<string, string[]> Sources = new()
    {
        ["institutions.code"] = ["institution.code", "institutions.code"],
        ["instrument"] = ["instruments.code"],
        ["institution"] = ["institutions.code", "institutions.name"],
        ["unit"] = ["units.name"],
        ["units"] = ["units.id"],
        ["assessments.unit"] = ["units.id"],
        ["assessments"] = ["assessments.id"],
        ["parent"] = ["regions.code"],
        ["cursor"] = ["next"],
        ["target"] = ["zone.code", "category.code"],
        ["evidenceId"] = ["evidence.id"],
        ["uploadId"] = ["uploads.id"],
        ["knownAt"] = ["generatedAt", "announcedAt"],
    };

    /// <summary>Members of which a body has one, whatever its schema says.</summary>
    private static readonly string[] Alternatives = ["answers", "dimensions"];

    /// <summary>The members that go together, if these do not.</summary>
    public static IReadOnlyList<IReadOnlyList<JsonProperty>> Choices(IReadOnlyList<JsonProperty> members) =>
        Alternatives.All(name => members.Any(member => member.Name == name))
            ? [.. Alternatives.Select(other => members.Where(member => member.Name != other).ToList()), members]
            : [members];

    public static IReadOnlyList<string> Of(string name) => Values.GetValueOrDefault(name) ?? [];

    /// <summary>The best first.</summary>
    /// <param name="resource">The kind of thing that the value belongs to, where that is known.</param>
    public static IEnumerable<string> SourcesOf(string name, string resource) =>
        Sources.GetValueOrDefault($"{resource}.{name}")
        ?? [$"{resource}.{name}", .. Sources.GetValueOrDefault(name)?.SelectMany(source => new[] { $"{resource}.{source}", source }) ?? [name]];
}
