using Compliance.Domain.Agreements;

namespace Compliance.Domain.Tests.Agreements;

/// <summary>Difference in differences, between 2022 and 2023.</summary>
public sealed class AgreementEffectTests
{
    private static readonly AgreementPeriod within = new(new(2023, 2, 22), new(2023, 2, 22), new(2028, 2, 21));

    [Test]
    public void The_change_without_is_taken_from_the_change_with()
    {
        var effect = AgreementEffect.Of(2022, 2023, [new("a", 70m, 80m, [within]), new("b", 60m, 72m, [within]), new("c", 75m, 79m, []), new("d", 81m, 79m, [])]);

        effect.With.Should().BeEquivalentTo(new EffectGroup(["a", "b"], 65m, 76m, 11m));
        effect.Without.Should().BeEquivalentTo(new EffectGroup(["c", "d"], 78m, 79m, 1m));
        effect.Difference.Should().Be(10m);
    }

    [TestCase("2022-12-31", "2022-12-31", null)]
    [TestCase("2023-01-01", "2023-01-01", true)]
    [TestCase("2023-12-31", "2024-02-01", true)]
    [TestCase("2024-01-01", "2024-01-01", false)]
    public void The_year_of_the_signature_decides(string signed, string from, bool? isWith)
    {
        var effect = AgreementEffect.Of(2022, 2023, [new("a", 70m, 80m, [new(DayOf(signed), DayOf(from), new(2027, 1, 1))])]);

        (effect.With.Institutions.Count, effect.Without.Institutions.Count, effect.LeftOut.Count)
            .Should().Be(isWith switch { true => (1, 0, 0), false => (0, 1, 0), null => (0, 0, 1) });
    }

    [TestCase("2021-12-31", false)]
    [TestCase("2022-01-01", true)]
    public void What_ended_before_these_years_is_as_if_it_never_was(string end, bool isLeftOut)
    {
        var effect = AgreementEffect.Of(2022, 2023, [new("a", 70m, 80m, [new(new(2017, 1, 1), new(2017, 1, 1), DayOf(end))])]);

        effect.LeftOut.Select(each => each.Reason).Should().Equal(Enumerable.Repeat(ExclusionReason.AgreementBefore, isLeftOut ? 1 : 0));
    }

    [Test]
    public void Whoever_lacks_a_result_is_left_out_and_an_empty_group_has_no_means()
    {
        var effect = AgreementEffect.Of(2022, 2023, [new("b", 70m, null, [within]), new("a", null, 80m, []), new("c", 70m, 75m, [])]);

        effect.LeftOut.Should().Equal(new ExcludedInstitution("a", ExclusionReason.NoResultBefore), new ExcludedInstitution("b", ExclusionReason.NoResultAfter));
        (effect.With.Before, effect.With.Change, effect.Difference).Should().Be((null, null, null));
        effect.Without.Change.Should().Be(5m);
    }

    [RandomCases(500)]
    public void Everybody_is_counted_once_whatever_the_order((byte? Before, byte? After, byte Kind)[] rows)
    {
        var cases = Cases(rows);
        var effect = AgreementEffect.Of(2022, 2023, cases);

        effect.With.Institutions.Concat(effect.Without.Institutions).Concat(effect.LeftOut.Select(each => each.Institution))
            .Order(StringComparer.Ordinal).Should().Equal(cases.Select(each => each.Institution).Order(StringComparer.Ordinal));
        AgreementEffect.Of(2022, 2023, [.. cases.Reverse()]).Should().BeEquivalentTo(effect);
    }

    [RandomCases(500)]
    public void What_lifts_all_results_of_a_year_alike_is_no_difference((byte? Before, byte? After, byte Kind)[] rows, byte lift)
    {
        var cases = Cases(rows);

        AgreementEffect.Of(2022, 2023, [.. cases.Select(each => each with { After = each.After + lift })]).Difference
            .Should().Be(AgreementEffect.Of(2022, 2023, cases).Difference);
    }

    /// <summary>Each comes twice, so a group has none, two or four, and its means are exact.</summary>
    private static EffectCase[] Cases((byte? Before, byte? After, byte Kind)[] rows) =>
        [.. rows.Take(2).SelectMany((row, number) => Enumerable.Range(0, 2).Select(copy =>
            new EffectCase($"{number}-{copy}", row.Before, row.After, row.Kind % 2 == 0 ? [within] : [])))];

    private static DateOnly DayOf(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");
}
