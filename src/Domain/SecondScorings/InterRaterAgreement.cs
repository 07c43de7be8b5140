using Compliance.Domain.Instruments;

namespace Compliance.Domain.SecondScorings;

/// <summary>Why there is no kappa.</summary>
public enum KappaUndefined
{
    NoPairs,

    /// <summary>Both scorers chose the same single category throughout, so that chance alone would agree as well.</summary>
    OneCategory,
}

/// <summary>
/// The agreement of two scorers: the share of equal pairs, and Cohen's kappa (1960), which corrects for agreement by chance.
/// Counts are whole numbers until the only division.
/// </summary>
/// <param name="Pairs">The number of observations that both answered.</param>
public sealed record InterRaterAgreement(int Pairs, int Agreed, decimal? Kappa, KappaUndefined? Undefined)
{
    /// <summary>0 to 100; null without pairs.</summary>
    public decimal? Percentage => Pairs == 0 ? null : 100m * Agreed / Pairs;

    /// <param name="pairs">The category that each scorer chose, for each observation.</param>
    public static InterRaterAgreement Of(IReadOnlyCollection<(string First, string Second)> pairs)
    {
        var second = pairs.CountBy(pair => pair.Second).ToDictionary();
        var agreed = pairs.Count(pair => pair.First == pair.Second);
        var all = (long)pairs.Count * pairs.Count;

        // The agreement expected by chance, from the frequency with which each scorer chose a category.
        var chance = pairs.CountBy(pair => pair.First).Sum(first => (long)first.Value * second.GetValueOrDefault(first.Key));

        return pairs.Count == 0 ? new(0, 0, null, KappaUndefined.NoPairs)
            : chance == all ? new(pairs.Count, agreed, null, KappaUndefined.OneCategory)
            : new(pairs.Count, agreed, (decimal)(((long)pairs.Count * agreed) - chance) / (all - chance), null);
    }
}

/// <summary>One observation that both scorers answered.</summary>
/// <param name="FirstScorer">The account that entered the first answer.</param>
public sealed record ScoredPair(string Indicator, Guid? FirstScorer, string First, string Second)
{
    /// <summary>Returns the pairs of a completed second scoring; observations that only one scorer answered are left out.</summary>
    public static IEnumerable<ScoredPair> Of(SecondScoring scoring, Instrument instrument) =>
        from first in scoring.FirstAnswers
        join second in scoring.Answers on SlotOf(instrument, first.Answer) equals SlotOf(instrument, second)
        select new ScoredPair(second.Indicator, first.By, CategoryOf(first.Answer), CategoryOf(second));

    /// <summary>The finding without reason and technique. Numbers agree only if they are equal.</summary>
    public static string CategoryOf(Answer answer) => answer switch
    {
        { NotApplicable: true } => "notApplicable",
        { Level: { } level } => FormattableString.Invariant($"level {level}"),
        { Number: { } number } => FormattableString.Invariant($"number {number:0.####}"),
        _ => $"checked {string.Join(' ', (answer.Checked ?? []).Order(StringComparer.Ordinal))}",
    };

    private static int SlotOf(Instrument instrument, Answer answer) => AnswerRules.Locate(instrument, PlannedSubjects.Of(instrument), answer).Slot;
}
