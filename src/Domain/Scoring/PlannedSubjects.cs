using Compliance.Domain.Instruments;

namespace Compliance.Domain.Scoring;

/// <summary>
/// On how many products, respondents and officials one unit is observed: as many as its instrument declares, or
/// fewer where the unit has no more. An indicator expects no more of a unit than what is planned.
/// </summary>
public readonly record struct PlannedSubjects(int Products, int Respondents, int Officials)
{
    /// <summary>As the instrument declares them: the most that any of its indicators expects of each kind.</summary>
    public static PlannedSubjects Of(Instrument instrument) =>
        new(MostOf(instrument, SubjectKind.Product), MostOf(instrument, SubjectKind.Respondent), MostOf(instrument, SubjectKind.Official));

    public int Of(SubjectKind kind) => kind switch
    {
        SubjectKind.Product => Products,
        SubjectKind.Respondent => Respondents,
        SubjectKind.Official => Officials,
        _ => 1,
    };

    /// <summary>On how many subjects an indicator is observed in this unit.</summary>
    public int ExpectedOf(Indicator indicator) => Math.Min(indicator.Expected, Of(indicator.Subject));

    private static int MostOf(Instrument instrument, SubjectKind kind) =>
        instrument.Indicators.Where(indicator => indicator.Subject == kind).Select(indicator => indicator.Expected).DefaultIfEmpty(0).Max();
}
