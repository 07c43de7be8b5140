using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests;

/// <summary>Instruments in few words: an indicator weighs as much as its siblings and has levels 0 to 4 unless said otherwise.</summary>
internal static class An
{
    public static readonly Levels FourLevels = new(0, 4);

    private static readonly Zone Green = new("green", Text("green"), 3, "#00aa00");
    private static readonly Zone Yellow = new("yellow", Text("yellow"), 2, "#ffcc00");
    private static readonly Zone Red = new("red", Text("red"), 1, "#cc0000");

    /// <summary>The published bands of 2022 to 2024.</summary>
    public static readonly Band[] Bands2022 =
    [
        Band(88m, 100m, "A", Green), Band(78m, 87.99m, "B", Green), Band(54m, 77.99m, "C", Yellow), Band(32m, 53.99m, "D", Red), Band(0m, 31.99m, "E", Red),
    ];

    /// <summary>The published bands of 2021: no letters then, so the zone stands for the category.</summary>
    public static readonly Band[] Bands2021 =
    [
        Band(81m, 100m, "high", Green), Band(51m, 80.99m, "medium", Yellow), Band(0m, 50.99m, "low", Red),
    ];

    public static InstrumentDefinition Definition(params Dimension[] dimensions) =>
        new("trial", 1, Text("trial"), [], [Green, Yellow, Red], Bands2022, [], dimensions);

    public static Instrument Instrument(params Dimension[] dimensions) =>
        Compliance.Domain.Instruments.Instrument.Of(Definition(dimensions));

    /// <summary>One dimension with one variable, where only the indicators matter.</summary>
    public static Instrument InstrumentOf(params Indicator[] indicators) =>
        Instrument(Dimension("d", 100m, Variable("v", 100m, indicators)));

    /// <summary>
    /// Dimensions and weights of 2023; how they divide inside a dimension is unpublished, so all its indicators weigh the same.
    /// </summary>
    public static Instrument InstrumentLike2023(Band[]? bands = null) => Compliance.Domain.Instruments.Instrument.Of(
        Definition(
            Dimension(
                "input",
                21.85m,
                Variable("competence", 8.74m, Many(6, "input.competence", SubjectKind.Official, 4)),
                Variable(
                    "facilities",
                    13.11m,
                    [.. Many(8, "input.facilities", SubjectKind.Unit, 1), Indicator("input.facilities.accessibility", kind: Options(5))])),
            Dimension("process", 32.37m, Variable("standard", 32.37m, Many(11, "process.standard", SubjectKind.Product, 2))),
            Dimension(
                "output",
                24.24m,
                Variable("maladministration", 20.20m, Many(5, "output.maladministration", SubjectKind.Respondent, 30)),
                Variable("satisfaction", 4.04m, Indicator("output.ikm", kind: new LinearNumber(25m, 100m)))),
            Dimension("complaints", 21.54m, Variable("handling", 21.54m, Many(6, "complaints.handling", SubjectKind.Official, 2))))
        with
        { Code = "2023", Bands = bands ?? Bands2022 });

    public static Dimension Dimension(string code, decimal weight, params Variable[] variables) => new(code, Text(code), weight, variables);

    public static Variable Variable(string code, decimal weight, params Indicator[] indicators) => new(code, Text(code), weight, indicators);

    public static Indicator Indicator(
        string code,
        decimal share = 1m,
        AnswerKind? kind = null,
        SubjectKind subject = SubjectKind.Unit,
        int expected = 1,
        bool optional = true,
        Combination? combination = null,
        params Technique[] techniques) =>
        new(
            code,
            Text(code),
            share,
            kind ?? FourLevels,
            subject,
            expected,
            techniques is [] ? [Technique.Observation] : techniques,
            EvidenceNeed.None,
            optional)
        {
            Combination = combination,
        };

    public static Checklist Options(int count) =>
        new([.. Enumerable.Range(1, count).Select(number => new ChecklistOption($"o{number}", Text("option")))]);

    public static Band Band(decimal from, decimal to, string category, Zone? zone = null) =>
        new(from, to, category, Text(category), new Dictionary<InstitutionKind, LocalizedText>(), zone);

    public static LocalizedText Text(string text) => new(text, text);

    private static Indicator[] Many(int count, string prefix, SubjectKind subject, int expected) =>
        [.. Enumerable.Range(1, count).Select(number => Indicator($"{prefix}.{number}", subject: subject, expected: expected))];
}
