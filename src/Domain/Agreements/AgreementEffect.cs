namespace Compliance.Domain.Agreements;

/// <summary>The reason why an institution is in neither group of a comparison.</summary>
public enum ExclusionReason
{
    NoResultBefore,
    NoResultAfter,

    /// <summary>An agreement from the first year or earlier was in force, so there is no result without one to compare with.</summary>
    AgreementBefore,
}

/// <summary>An institution with its results of two years and its agreements of one kind.</summary>
public sealed record EffectCase(string Institution, decimal? Before, decimal? After, IReadOnlyList<AgreementPeriod> Agreements);

/// <param name="Before">The mean of its results of the first year; like all means, null for an empty group.</param>
public sealed record EffectGroup(IReadOnlyList<string> Institutions, decimal? Before, decimal? After, decimal? Change)
{
    internal static EffectGroup Of(IReadOnlyList<EffectCase> cases)
    {
        if (cases.Count == 0)
        {
            return new([], null, null, null);
        }

        var (before, after) = (cases.Average(each => each.Before!.Value), cases.Average(each => each.After!.Value));

        return new([.. cases.Select(each => each.Institution).Order(StringComparer.Ordinal)], before, after, after - before);
    }
}

public sealed record ExcludedInstitution(string Institution, ExclusionReason Reason);

/// <summary>
/// Difference in differences: how much more the results of institutions with an agreement signed between two years rose than the results
/// of those without one. It describes; it does not prove a cause.
/// </summary>
/// <param name="Difference">The change of the group with an agreement minus that of the group without; null if either group is empty.</param>
public sealed record AgreementEffect(EffectGroup With, EffectGroup Without, IReadOnlyList<ExcludedInstitution> LeftOut, decimal? Difference)
{
    /// <summary>
    /// <see cref="With"/> holds the institutions that signed in a year after the first and up to the second; <see cref="Without"/> those that had no
    /// agreement in force on any day of these years. An institution with an agreement signed in the first year or earlier is in neither group.
    /// </summary>
    public static AgreementEffect Of(int before, int after, IReadOnlyCollection<EffectCase> cases)
    {
        var leftOut = cases.Select(each => (each, reason: ExclusionReasonOf(each, before, after))).ToList();
        var compared = leftOut.Where(pair => pair.reason is null).Select(pair => pair.each).ToLookup(each => each.Agreements.Any(SignedWithin));
        var (with, without) = (EffectGroup.Of([.. compared[true]]), EffectGroup.Of([.. compared[false]]));

        return new(
            with,
            without,
            [
                .. leftOut.Where(pair => pair.reason is not null)
                    .Select(pair => new ExcludedInstitution(pair.each.Institution, pair.reason!.Value))
                    .OrderBy(each => each.Institution, StringComparer.Ordinal),
            ],
            with.Change - without.Change);

        bool SignedWithin(AgreementPeriod term) => term.SignedOn.Year > before && term.SignedOn.Year <= after;
    }

    private static ExclusionReason? ExclusionReasonOf(EffectCase each, int before, int after) =>
        each.Before is null ? ExclusionReason.NoResultBefore
        : each.After is null ? ExclusionReason.NoResultAfter
        : each.Agreements.Any(term => term.SignedOn.Year <= before && term.EffectiveTo.Year >= before && term.EffectiveFrom.Year <= after)
            ? ExclusionReason.AgreementBefore
        : null;
}
