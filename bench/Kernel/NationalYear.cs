using System.Globalization;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Kernel;

/// <summary>
/// An instrument of the size of 2023's, 38 indicators seen in 218 observations, and made-up answers to it.
/// Built in code, so that the figures do not move when the shipped instruments do.
/// </summary>
internal static class NationalYear
{
    public const int Institutions = 587;
    public const int UnitsEach = 6;

    private static readonly Zone green = new("green", Same("green"), 3, "#2e7d32");
    private static readonly Zone yellow = new("yellow", Same("yellow"), 2, "#f9a825");
    private static readonly Zone red = new("red", Same("red"), 1, "#c62828");

    private static readonly Band[] bands =
    [
        BandOf(88.00m, 100.00m, "A", green),
        BandOf(78.00m, 87.99m, "B", green),
        BandOf(54.00m, 77.99m, "C", yellow),
        BandOf(32.00m, 53.99m, "D", red),
        BandOf(0.00m, 31.99m, "E", red),
    ];

    public static Instrument Instrument { get; } = Instrument.Of(new(
        "bench", 1, Same("bench"), [], [green, yellow, red], bands, [],
        [
            new("input", Same("input"), 21.85m,
            [
                Levelled("competence", 8.74m, 6, SubjectKind.Official, 4),
                Levelled("facilities", 13.11m, 9, SubjectKind.Unit, 1),
            ]),
            new("process", Same("process"), 32.37m, [Levelled("standard", 32.37m, 11, SubjectKind.Product, 2)]),
            new("output", Same("output"), 24.24m, [Perception()]),
            new("complaints", Same("complaints"), 21.54m, [Levelled("handling", 21.54m, 6, SubjectKind.Official, 2)]),
        ]));

    /// <summary>A full sheet; the same seed gives the same answers.</summary>
    public static Answer[] Answers(int seed)
    {
        var random = new Random(seed);

        return
        [
            .. from indicator in Instrument.Indicators
               from number in Enumerable.Range(1, indicator.Expected)
               select AnswerTo(indicator, new Subject(indicator.Subject, number).ToString(), random),
        ];
    }

    private static Variable Perception()
    {
        var levelled = Levelled("perception", 24.24m, 5, SubjectKind.Respondent, 30);

        return levelled with
        {
            Indicators = [.. levelled.Indicators, IndicatorOf("perception.satisfaction", new LinearNumber(25m, 100m), SubjectKind.Unit, 1)],
        };
    }

    private static Variable Levelled(string code, decimal weight, int count, SubjectKind subject, int expected) => new(
        code,
        Same(code),
        weight,
        [
            .. from place in Enumerable.Range(1, count)
               let name = string.Create(CultureInfo.InvariantCulture, $"{code}.indicator{place}")
               select IndicatorOf(name, new Levels(0, 4), subject, expected),
        ]);

    private static Indicator IndicatorOf(string code, AnswerKind kind, SubjectKind subject, int expected) =>
        new(code, Same(code), 1m, kind, subject, expected, [Technique.Observation], EvidenceNeed.None, MayBeNotApplicable: false);

    private static Answer AnswerTo(Indicator indicator, string subject, Random random) => indicator.Kind is Levels levels
        ? new(indicator.Code, subject) { Level = random.Next(levels.Lowest, levels.Highest + 1) }
        : new(indicator.Code, subject) { Number = random.Next(2500, 10001) / 100m };

    private static Band BandOf(decimal from, decimal to, string category, Zone zone) =>
        new(from, to, category, Same(category), new Dictionary<Domain.Institutions.InstitutionKind, LocalizedText>(), zone);

    private static LocalizedText Same(string text) => new(text, text);
}
