using Compliance.Domain.SecondScorings;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.SecondScorings;

/// <summary>What holds for any two scorers.</summary>
public sealed class ScorerAgreementProperties
{
    [RandomCases(1000, Arbitrary = [typeof(AnyScorers)])]
    public void It_does_not_matter_who_came_first(Scored scored) =>
        InterRaterAgreement.Of([.. scored.Pairs.Select(pair => (pair.Second, pair.First))]).Should().Be(InterRaterAgreement.Of(scored.Pairs));

    [RandomCases(1000, Arbitrary = [typeof(AnyScorers)])]
    public void Order_and_the_names_of_categories_change_nothing(Scored scored) =>
        InterRaterAgreement.Of([.. scored.Pairs.Reverse().Select(pair => ($"x{pair.First}", $"x{pair.Second}"))]).Should().Be(InterRaterAgreement.Of(scored.Pairs));

    [RandomCases(1000, Arbitrary = [typeof(AnyScorers)])]
    public void Kappa_is_one_where_all_pairs_are_alike_and_nowhere_else(Scored scored)
    {
        var agreement = InterRaterAgreement.Of(scored.Pairs);
        var alike = scored.Pairs.All(pair => pair.First == pair.Second);

        (agreement.Kappa is null ? alike : agreement.Kappa == 1m == alike).Should().BeTrue();
        (agreement.Kappa is null).Should().Be(agreement.Undefined is not null);
    }

    [RandomCases(1000, Arbitrary = [typeof(AnyScorers)])]
    public void Identical_scorers_agree_in_everything(Scored scored)
    {
        var agreement = InterRaterAgreement.Of([.. scored.Pairs.Select(pair => (pair.First, pair.First))]);

        agreement.Agreed.Should().Be(agreement.Pairs);
        agreement.Kappa.Should().Be(scored.Pairs.Select(pair => pair.First).Distinct().Count() > 1 ? 1m : null);
    }

    [RandomCases(1000, Arbitrary = [typeof(AnyScorers)])]
    public void Kappa_lies_between_minus_one_and_the_share_that_agrees(Scored scored)
    {
        if (InterRaterAgreement.Of(scored.Pairs) is { Kappa: { } kappa, Percentage: { } percentage })
        {
            kappa.Should().BeInRange(-1m, 1m);
            (kappa * 100m).Should().BeLessThanOrEqualTo(percentage);
        }
    }

    /// <summary>By shares, as it is written in books: (observed - expected) / (1 - expected).</summary>
    [RandomCases(1000, Arbitrary = [typeof(AnyScorers)])]
    public void It_equals_its_definition(Scored scored)
    {
        if (InterRaterAgreement.Of(scored.Pairs) is not { Kappa: { } kappa })
        {
            return;
        }

        decimal count = scored.Pairs.Length;
        var observed = scored.Pairs.Count(pair => pair.First == pair.Second) / count;
        var expected = scored.Pairs.Select(pair => pair.First).Distinct()
            .Sum(category => scored.Pairs.Count(pair => pair.First == category) / count * (scored.Pairs.Count(pair => pair.Second == category) / count));

        kappa.Should().BeApproximately((observed - expected) / (1m - expected), 0.00000000000000000001m);
    }

    public sealed record Scored((string First, string Second)[] Pairs)
    {
        public override string ToString() => string.Join(", ", Pairs);
    }

    private static class AnyScorers
    {
        public static Arbitrary<Scored> Pairs() => Arb.From(
            from categories in Gen.Choose(1, 5)
            from count in Gen.Choose(0, 60)
            from first in Gen.ArrayOf(Gen.Choose(1, categories), count)
            from second in Gen.ArrayOf(Gen.Choose(1, categories), count)
            select new Scored([.. first.Zip(second, (one, other) => ($"level {one}", $"level {other}"))]));
    }
}
