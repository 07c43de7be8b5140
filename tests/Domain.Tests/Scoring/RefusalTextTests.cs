using System.Reflection;
using Compliance.Domain.Passwords;

namespace Compliance.Domain.Tests.Scoring;

/// <summary>Codes are public and never renamed, so they are spelled out here; every refusal speaks both languages.</summary>
public sealed class RefusalTextTests
{
    private static readonly Indicator Officials = An.Indicator(
        "i", subject: SubjectKind.Official, expected: 2, techniques: [Technique.Interview, Technique.SecondaryData]);

    [TestCase(typeof(ScoringErrors), "nothingToScore answersRefused pointsRefused")]
    [TestCase(typeof(ScoreErrors), "scoreOutOfRange")]
    [TestCase(typeof(ConcurrencyErrors), "changedMeanwhile idTaken")]
    [TestCase(typeof(PlannedSubjectsErrors), "subjectsRefused tooFewSubjects subjectsNotObserved")]
    [TestCase(
        typeof(AnswerErrors),
        "levelExpected numberExpected checklistExpected optionTwice moreThanOneValue notApplicableNotAllowed reasonMissing duplicateAnswer")]
    [TestCase(
        typeof(InstrumentErrors),
        "instrumentBroken instrumentResultsOnly required codeTwice bandsMissing expectedOutOfRange negativeWeight sharesMissing "
        + "empty levelsCross mappingFlat stepsBroken tooFine unknownZone numberMapping figureOutOfRange bandCrosses combinationAlone techniqueTwice "
        + "divergenceOutOfRange thresholdOutOfRange thresholdMissing themeMissing adviceMissing")]
    [TestCase(typeof(PasswordErrors), "passwordTooShort passwordTooLong passwordCommon passwordPredictable passwordNamesYou")]
    public void Named_refusals_keep_their_codes_and_have_words_in_both_languages(Type errors, string codes)
    {
        DomainError[] named = [.. errors.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (DomainError)field.GetValue(null)!)];

        named.Select(error => error.Code).Should().BeEquivalentTo(codes.Split(' '));
        named.Should().OnlyContain(error => error.Message.Id.EndsWith('.') && error.Message.En.EndsWith('.'));
    }

    private static TestCaseData[] Worded =>
    [
        Case(AnswerErrors.UnknownIndicator("x", "2023"), "unknownIndicator", "Instrumen 2023 tidak memiliki indikator 'x'.", "Instrument 2023 has no indicator 'x'."),
        Case(
            AnswerErrors.WrongSubject(Officials),
            "wrongSubject",
            "Indikator ini diamati pada 'official:1' sampai 'official:2'.",
            "This indicator is observed on 'official:1' to 'official:2'."),
        Case(AnswerErrors.WrongSubject(An.Indicator("i")), "wrongSubject", "Indikator ini diamati pada 'unit'.", "This indicator is observed on 'unit'."),
        Case(
            AnswerErrors.SubjectNotPlanned(SubjectKind.Official, new(0, 0, 2)),
            "subjectNotPlanned",
            "Untuk unit ini direncanakan 2: 'official:1' sampai 'official:2'.",
            "For this unit 2 are planned: 'official:1' to 'official:2'."),
        Case(
            AnswerErrors.SubjectNotPlanned(SubjectKind.Product, new(1, 0, 2)),
            "subjectNotPlanned",
            "Untuk unit ini direncanakan 1: 'product:1'.",
            "For this unit 1 is planned: 'product:1'."),
        Case(
            AnswerErrors.TechniqueNeeded(Officials),
            "techniqueNeeded",
            "Setiap teknik dijawab tersendiri; sebutkan salah satu (technique): interview, secondaryData.",
            "Each technique is answered apart; name one (technique): interview, secondaryData."),
        Case(
            AnswerErrors.UnknownTechnique(Officials),
            "unknownTechnique",
            "Indikator ini diamati dengan: interview, secondaryData.",
            "This indicator is observed by: interview, secondaryData."),
        Case(
            AnswerErrors.UnknownTechnique(Officials with { Techniques = [] }),
            "unknownTechnique",
            "Indikator ini tidak menyebut teknik.",
            "This indicator names no techniques."),
        Case(PlannedSubjectsErrors.TooMany(30), "tooManySubjects", "Instrumen mengamati paling banyak 30.", "The instrument observes at most 30."),
        Case(AnswerErrors.LevelOutOfRange(5, 0, 4), "levelOutOfRange", "Tingkat 5 di luar 0 sampai 4.", "Level 5 is outside 0 to 4."),
        Case(
            AnswerErrors.NumberOutOfRange(24.5m, 25m, 100m),
            "numberOutOfRange",
            "Angka 24,5 di luar 25 sampai 100.",
            "The number 24.5 is outside 25 to 100."),
        Case(AnswerErrors.TooManyDecimals(4), "tooManyDecimals", "Paling banyak 4 desimal.", "At most 4 decimals."),
        Case(
            AnswerErrors.UnknownOption("x", An.Options(2).Options),
            "unknownOption",
            "Pilihan 'x' tidak dikenal. Yang ada: o1, o2.",
            "Unknown option 'x'. Known: o1, o2."),
        Case(
            ScoringErrors.UnknownDimension([An.Dimension("a", 60m), An.Dimension("b", 40m)]),
            "unknownDimension",
            "Dimensi tidak dikenal. Yang ada: a, b.",
            "Unknown dimension. Known: a, b."),
        Case(
            ScoringErrors.PointsOutOfRange(21.85m),
            "pointsOutOfRange",
            "Nilai dimensi harus 0 sampai bobotnya, 21,85.",
            "Points of a dimension lie between 0 and its weight, 21.85."),
        Case(
            ScoringErrors.UnknownTarget(An.InstrumentLike2023(An.Bands2021).Bands),
            "unknownTarget",
            "Sasaran tidak dikenal oleh instrumen ini. Yang ada: green, high, yellow, medium, red, low.",
            "This instrument has no such target. Known: green, high, yellow, medium, red, low."),
    ];

    [TestCaseSource(nameof(Worded))]
    public void A_refusal_names_what_it_was_given_and_what_is_allowed(DomainError error, string code, string indonesian, string english) =>
        error.Should().Be(DomainError.Breaks(code, indonesian, english));

    private static TestCaseData Case(DomainError error, string code, string indonesian, string english) =>
        new(error, code, indonesian, english) { TestName = $"{{m}}({english})" };
}
