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
        "instrumentBroken instrumentResultsOnly required codeTwice notComposed bandsMissing expectedOutOfRange negativeWeight sharesMissing "
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
            "Indikator ini diamati pada petugas 1 sampai 2 (official:1 sampai official:2).",
            "This indicator is observed on officials 1 to 2 (official:1 to official:2)."),
        Case(AnswerErrors.WrongSubject(An.Indicator("i")), "wrongSubject", "Indikator ini diamati pada unit layanan itu sendiri (unit).", "This indicator is observed on the service unit itself (unit)."),
        Case(
            AnswerErrors.SubjectNotPlanned(SubjectKind.Official, new(0, 0, 2)),
            "subjectNotPlanned",
            "Untuk unit ini hanya direncanakan petugas 1 sampai 2 (official:1 sampai official:2).",
            "For this unit only officials 1 to 2 (official:1 to official:2) are planned."),
        Case(
            AnswerErrors.SubjectNotPlanned(SubjectKind.Product, new(1, 0, 2)),
            "subjectNotPlanned",
            "Untuk unit ini hanya direncanakan produk layanan 1 (product:1).",
            "For this unit only service product 1 (product:1) is planned."),
        Case(
            AnswerErrors.TechniqueNeeded(Officials),
            "techniqueNeeded",
            "Setiap teknik dijawab secara terpisah; sebutkan salah satu dalam technique: wawancara (interview), data sekunder (secondaryData).",
            "Each technique is answered separately; name one in technique: interview, secondary data (secondaryData)."),
        Case(
            AnswerErrors.UnknownTechnique(Officials),
            "unknownTechnique",
            "Indikator ini diamati dengan: wawancara (interview), data sekunder (secondaryData).",
            "This indicator is observed by: interview, secondary data (secondaryData)."),
        Case(
            AnswerErrors.UnknownTechnique(Officials with { Techniques = [] }),
            "unknownTechnique",
            "Indikator ini tidak menggunakan teknik.",
            "This indicator uses no technique."),
        Case(PlannedSubjectsErrors.TooMany(30), "tooManySubjects", "Instrumen ini mengamati paling banyak 30.", "The instrument observes at most 30."),
        Case(AnswerErrors.LevelOutOfRange(5, 0, 4), "levelOutOfRange", "Tingkat 5 di luar rentang 0 sampai 4.", "The level 5 is outside the range 0 to 4."),
        Case(
            AnswerErrors.NumberOutOfRange(24.5m, 25m, 100m),
            "numberOutOfRange",
            "Angka 24,5 di luar rentang 25 sampai 100.",
            "The number 24.5 is outside the range 25 to 100."),
        Case(AnswerErrors.TooManyDecimals(4), "tooManyDecimals", "Paling banyak 4 desimal.", "At most 4 decimals are allowed."),
        Case(
            AnswerErrors.UnknownOption("x", An.Options(2).Options),
            "unknownOption",
            "Pilihan 'x' tidak ditemukan. Pilihan yang tersedia: option (o1), option (o2).",
            "There is no option 'x'. Available options: option (o1), option (o2)."),
        Case(
            ScoringErrors.UnknownDimension([An.Dimension("a", 60m), An.Dimension("b", 40m)]),
            "unknownDimension",
            "Dimensi tidak ditemukan. Dimensi yang tersedia: a, b.",
            "There is no such dimension. Available dimensions: a, b."),
        Case(
            ScoringErrors.PointsOutOfRange(21.85m),
            "pointsOutOfRange",
            "Nilai dimensi harus antara 0 dan bobotnya, 21,85.",
            "The points of a dimension must be between 0 and its weight, 21.85."),
        Case(
            ScoringErrors.UnknownTarget(An.InstrumentLike2023(An.Bands2021).Bands),
            "unknownTarget",
            "Sasaran tidak ditemukan dalam instrumen ini. Sasaran yang tersedia: green, yellow, red, high, medium, low.",
            "This instrument has no such target. Available targets: green, yellow, red, high, medium, low."),
    ];

    [TestCaseSource(nameof(Worded))]
    public void A_refusal_names_what_it_was_given_and_what_is_allowed(DomainError error, string code, string indonesian, string english) =>
        error.Should().Be(DomainError.Invalid(code, indonesian, english));

    private static TestCaseData Case(DomainError error, string code, string indonesian, string english) =>
        new(error, code, indonesian, english) { TestName = $"{{m}}({english})" };
}
