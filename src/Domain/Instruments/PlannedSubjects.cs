using Compliance.Domain.Common;

namespace Compliance.Domain.Instruments;

/// <summary>
/// The numbers of products, respondents and officials that are observed at one unit: those that its instrument declares, or
/// fewer if the unit has no more. An indicator expects at most the planned number.
/// </summary>
public readonly record struct PlannedSubjects(int Products, int Respondents, int Officials)
{
    /// <summary>The numbers that the instrument declares: for each kind, the highest that any of its indicators expects.</summary>
    public static PlannedSubjects Of(Instrument instrument) => instrument.Subjects;

    /// <summary>
    /// Returns the faults of the plan, with pointers to its numbers: each is at least 1 and at most the instrument's, and 0 if
    /// the instrument observes no subject of the kind.
    /// </summary>
    public IReadOnlyList<Fault> Check(Instrument instrument)
    {
        var most = Of(instrument);

        // Stryker disable once Conditional: the list would be empty as well, only more slowly.
        return this == most
            ? []
            : [.. new[]
            {
                ErrorOf(Products, most.Products)?.At("/products"),
                ErrorOf(Respondents, most.Respondents)?.At("/respondents"),
                ErrorOf(Officials, most.Officials)?.At("/officials"),
            }.OfType<Fault>()];
    }

    public int Of(SubjectKind kind) => kind switch
    {
        SubjectKind.Product => Products,
        SubjectKind.Respondent => Respondents,
        SubjectKind.Official => Officials,
        _ => 1,
    };

    /// <summary>The number of subjects on which an indicator is observed in this unit.</summary>
    public int ExpectedOf(Indicator indicator) => Math.Min(indicator.Expected, Of(indicator.Subject));

    internal static PlannedSubjects MostOf(IReadOnlyList<Indicator> indicators)
    {
        return new(Most(SubjectKind.Product), Most(SubjectKind.Respondent), Most(SubjectKind.Official));

        int Most(SubjectKind kind) =>
            indicators.Where(indicator => indicator.Subject == kind).Select(indicator => indicator.Expected).DefaultIfEmpty(0).Max();
    }

    private static DomainError? ErrorOf(int planned, int most) => (planned, most) switch
    {
        (0, 0) => null,
        (_, 0) => PlannedSubjectsErrors.NotObserved,
        ( < 1, _) => PlannedSubjectsErrors.TooFew,
        _ => planned > most ? PlannedSubjectsErrors.TooMany(most) : null,
    };
}

public static class PlannedSubjectsErrors
{
    public static readonly DomainError Refused = DomainError.Invalid(
        "subjectsRefused",
        "Jumlah subjek yang direncanakan tidak valid; setiap kesalahan dicantumkan.",
        "The planned numbers of subjects are not valid; each error is listed.");

    public static readonly DomainError TooFew = DomainError.Invalid(
        "tooFewSubjects", "Rencanakan paling sedikit 1.", "Plan at least 1.");

    public static readonly DomainError NotObserved = DomainError.Invalid(
        "subjectsNotObserved",
        "Instrumen ini tidak mengamati subjek jenis ini; jumlahnya harus 0.",
        "The instrument does not observe subjects of this kind; their number must be 0.");

    public static DomainError TooMany(int most) => DomainError.Invalid(
        "tooManySubjects",
        $"Instrumen ini mengamati paling banyak {most}.",
        $"The instrument observes at most {most}.");
}
