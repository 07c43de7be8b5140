using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

public static class AnswerErrors
{
    public static readonly DomainError LevelExpected = DomainError.Invalid(
        "levelExpected", "Indikator ini harus dijawab dengan tingkat (level).", "This indicator must be answered by a level.");

    public static readonly DomainError NumberExpected = DomainError.Invalid(
        "numberExpected", "Indikator ini harus dijawab dengan angka (number).", "This indicator must be answered by a number.");

    public static readonly DomainError ChecklistExpected = DomainError.Invalid(
        "checklistExpected",
        "Indikator ini harus dijawab dengan daftar periksa (checked).",
        "This indicator must be answered by a checklist (checked).");

    public static readonly DomainError OptionTwice = DomainError.Invalid(
        "optionTwice", "Pilihan ini dicentang dua kali.", "This option is ticked twice.");

    public static readonly DomainError MoreThanOneValue = DomainError.Invalid(
        "moreThanOneValue",
        "Jawaban harus memuat tepat satu dari level, number, checked, dan notApplicable.",
        "An answer must hold exactly one of level, number, checked and notApplicable.");

    public static readonly DomainError AlwaysApplicable = DomainError.Invalid(
        "notApplicableNotAllowed", "Indikator ini selalu berlaku.", "This indicator always applies.");

    public static readonly DomainError ReasonMissing = DomainError.Invalid(
        "reasonMissing", "Jelaskan mengapa indikator ini tidak berlaku.", "Explain why the indicator does not apply.");

    public static readonly DomainError DuplicateAnswer = DomainError.Invalid(
        "duplicateAnswer",
        "Pengamatan ini dijawab lebih dari satu kali dalam satu kiriman.",
        "This observation is answered more than once in the same batch.");

    public static DomainError UnknownIndicator(string code, string instrument) => DomainError.Invalid(
        "unknownIndicator",
        $"Instrumen {instrument} tidak memiliki indikator '{code}'.",
        $"Instrument {instrument} has no indicator '{code}'.");

    public static DomainError WrongSubject(Indicator indicator)
    {
        var subjects = UpTo(indicator.Subject, indicator.Expected);

        return DomainError.Invalid("wrongSubject", $"Indikator ini diamati pada {subjects.Id}.", $"This indicator is observed on {subjects.En}.");
    }

    public static DomainError SubjectNotPlanned(SubjectKind kind, PlannedSubjects planned)
    {
        var subjects = UpTo(kind, planned.Of(kind));

        return DomainError.Invalid(
            "subjectNotPlanned", $"Untuk unit ini hanya direncanakan {subjects.Id}.", $"For this unit only {subjects.En} {(planned.Of(kind) == 1 ? "is" : "are")} planned.");
    }

    public static DomainError TechniqueNeeded(Indicator indicator)
    {
        var techniques = ListOf(indicator.Techniques);

        return DomainError.Invalid(
            "techniqueNeeded",
            $"Setiap teknik dijawab secara terpisah; sebutkan salah satu dalam technique: {techniques.Id}.",
            $"Each technique is answered separately; name one in technique: {techniques.En}.");
    }

    public static DomainError UnknownTechnique(Indicator indicator)
    {
        var techniques = ListOf(indicator.Techniques);

        return DomainError.Invalid(
            "unknownTechnique",
            indicator.Techniques.Count == 0 ? "Indikator ini tidak menggunakan teknik." : $"Indikator ini diamati dengan: {techniques.Id}.",
            indicator.Techniques.Count == 0 ? "This indicator uses no technique." : $"This indicator is observed by: {techniques.En}.");
    }

    public static DomainError LevelOutOfRange(int level, int lowest, int highest) => DomainError.Invalid(
        "levelOutOfRange",
        $"Tingkat {level} di luar rentang {lowest} sampai {highest}.",
        $"The level {level} is outside the range {lowest} to {highest}.");

    public static DomainError NumberOutOfRange(decimal number, decimal lowest, decimal highest) => DomainError.Invalid(
        "numberOutOfRange",
        $"Angka {Figures.Indonesian(number)} di luar rentang {Figures.Indonesian(lowest)} sampai {Figures.Indonesian(highest)}.",
        $"The number {Figures.English(number)} is outside the range {Figures.English(lowest)} to {Figures.English(highest)}.");

    public static DomainError TooManyDecimals(int most) => DomainError.Invalid(
        "tooManyDecimals", $"Paling banyak {most} desimal.", $"At most {most} decimals are allowed.");

    public static DomainError UnknownOption(string option, IEnumerable<ChecklistOption> known)
    {
        var options = Choices.List(known.Select(each => (each.Label, each.Code)));

        return DomainError.Invalid(
            "unknownOption",
            $"Pilihan '{option}' tidak ditemukan. Pilihan yang tersedia: {options.Id}.",
            $"There is no option '{option}'. Available options: {options.En}.");
    }

    private static LocalizedText ListOf(IEnumerable<Technique> techniques) => Choices.List(techniques.Select(technique => (technique.Label(), technique.ToCamelCase())));

    /// <summary>The subjects from the first to the last, in words, followed by their codes in brackets.</summary>
    private static LocalizedText UpTo(SubjectKind kind, int count)
    {
        var (first, last, label) = (new Subject(kind, 1), new Subject(kind, count), kind.Label());

        return (kind, count) switch
        {
            (SubjectKind.Unit, _) => new($"{label.Id} itu sendiri ({first})", $"the {label.En} itself ({first})"),
            (_, 1) => new($"{label.Id} 1 ({first})", $"{label.En} 1 ({first})"),
            _ => new($"{label.Id} 1 sampai {count} ({first} sampai {last})", $"{label.En}s 1 to {count} ({first} to {last})"),
        };
    }
}
