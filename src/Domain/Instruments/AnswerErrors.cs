using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

public static class AnswerErrors
{
    public static readonly DomainError LevelExpected = DomainError.Breaks(
        "levelExpected", "Indikator ini dijawab dengan tingkat (level).", "This indicator is answered by a level.");

    public static readonly DomainError NumberExpected = DomainError.Breaks(
        "numberExpected", "Indikator ini dijawab dengan angka (number).", "This indicator is answered by a number.");

    public static readonly DomainError ChecklistExpected = DomainError.Breaks(
        "checklistExpected", "Indikator ini dijawab dengan daftar periksa (checked).", "This indicator is answered by a checklist (checked).");

    public static readonly DomainError OptionTwice = DomainError.Breaks(
        "optionTwice", "Pilihan ini sudah dicentang.", "This option is ticked already.");

    public static readonly DomainError MoreThanOneValue = DomainError.Breaks(
        "moreThanOneValue",
        "Satu jawaban memuat satu hal: level, number, checked, atau notApplicable.",
        "An answer holds one thing: level, number, checked or notApplicable.");

    public static readonly DomainError AlwaysApplicable = DomainError.Breaks(
        "notApplicableNotAllowed", "Indikator ini selalu berlaku.", "This indicator always applies.");

    public static readonly DomainError ReasonMissing = DomainError.Breaks(
        "reasonMissing", "Jelaskan mengapa indikator ini tidak berlaku.", "Say why the indicator does not apply.");

    public static readonly DomainError DuplicateAnswer = DomainError.Breaks(
        "duplicateAnswer",
        "Pengamatan ini dijawab lebih dari sekali dalam satu kiriman.",
        "This observation is answered more than once in one batch.");

    public static DomainError UnknownIndicator(string code, string instrument) => DomainError.Breaks(
        "unknownIndicator",
        $"Instrumen {instrument} tidak memiliki indikator '{code}'.",
        $"Instrument {instrument} has no indicator '{code}'.");

    public static DomainError WrongSubject(Indicator indicator)
    {
        var (id, en) = UpTo(new(indicator.Subject, indicator.Expected));

        return DomainError.Breaks("wrongSubject", $"Indikator ini diamati pada {id}.", $"This indicator is observed on {en}.");
    }

    public static DomainError SubjectNotPlanned(SubjectKind kind, PlannedSubjects planned)
    {
        var count = planned.Of(kind);
        var (id, en) = UpTo(new(kind, count));

        return DomainError.Breaks(
            "subjectNotPlanned",
            $"Untuk unit ini direncanakan {count}: {id}.",
            $"For this unit {count} {(count == 1 ? "is" : "are")} planned: {en}.");
    }

    public static DomainError TechniqueNeeded(Indicator indicator)
    {
        var known = CodesOf(indicator.Techniques);

        return DomainError.Breaks(
            "techniqueNeeded",
            $"Setiap teknik dijawab tersendiri; sebutkan salah satu (technique): {known}.",
            $"Each technique is answered apart; name one (technique): {known}.");
    }

    public static DomainError UnknownTechnique(Indicator indicator)
    {
        var known = CodesOf(indicator.Techniques);

        return DomainError.Breaks(
            "unknownTechnique",
            indicator.Techniques.Count == 0 ? "Indikator ini tidak menyebut teknik." : $"Indikator ini diamati dengan: {known}.",
            indicator.Techniques.Count == 0 ? "This indicator names no techniques." : $"This indicator is observed by: {known}.");
    }

    public static DomainError LevelOutOfRange(int level, int lowest, int highest) => DomainError.Breaks(
        "levelOutOfRange",
        $"Tingkat {level} di luar {lowest} sampai {highest}.",
        $"Level {level} is outside {lowest} to {highest}.");

    public static DomainError NumberOutOfRange(decimal number, decimal lowest, decimal highest) => DomainError.Breaks(
        "numberOutOfRange",
        $"Angka {Figures.Indonesian(number)} di luar {Figures.Indonesian(lowest)} sampai {Figures.Indonesian(highest)}.",
        $"The number {Figures.English(number)} is outside {Figures.English(lowest)} to {Figures.English(highest)}.");

    public static DomainError TooManyDecimals(int most) => DomainError.Breaks(
        "tooManyDecimals", $"Paling banyak {most} desimal.", $"At most {most} decimals.");

    public static DomainError UnknownOption(string option, IEnumerable<ChecklistOption> known)
    {
        var codes = string.Join(", ", known.Select(each => each.Code));

        return DomainError.Breaks(
            "unknownOption",
            $"Pilihan '{option}' tidak dikenal. Yang ada: {codes}.",
            $"Unknown option '{option}'. Known: {codes}.");
    }

    private static string CodesOf(IEnumerable<Technique> techniques) => string.Join(", ", techniques.Select(technique => technique.ToCamelCase()));

    private static (string Indonesian, string English) UpTo(Subject last)
    {
        var first = last with { Number = 1 };

        return first == last ? ($"'{first}'", $"'{first}'") : ($"'{first}' sampai '{last}'", $"'{first}' to '{last}'");
    }
}
