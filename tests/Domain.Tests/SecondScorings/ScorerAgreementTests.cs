using Compliance.Domain.SecondScorings;

namespace Compliance.Domain.Tests.SecondScorings;

/// <summary>Percentage agreement and Cohen's kappa, against worked examples.</summary>
public sealed class ScorerAgreementTests
{
    /// <summary>Cohen's table of two who say yes or no fifty times: observed 0.7, by chance 0.5.</summary>
    [Test]
    public void The_textbook_table_gives_four_tenths() => InterRaterAgreement.Of(Table(20, 5, 10, 15)).Should().Be(new InterRaterAgreement(50, 35, 0.4m, null));

    [TestCase(45, 15, 25, 15, 0.1304)]
    [TestCase(25, 35, 5, 35, 0.2593)]
    [TestCase(0, 5, 5, 0, -1)]
    [TestCase(25, 25, 25, 25, 0)]
    public void Other_published_tables_give_what_was_published(int bothYes, int yesNo, int noYes, int bothNo, decimal kappa) =>
        decimal.Round(InterRaterAgreement.Of(Table(bothYes, yesNo, noYes, bothNo)).Kappa!.Value, 4).Should().Be(kappa);

    [Test]
    public void Without_pairs_there_is_neither_percentage_nor_kappa()
    {
        var nothing = InterRaterAgreement.Of([]);

        nothing.Should().Be(new InterRaterAgreement(0, 0, null, KappaUndefined.NoPairs));
        nothing.Percentage.Should().BeNull();
    }

    [Test]
    public void Where_both_chose_one_category_throughout_kappa_is_undefined_and_they_agree()
    {
        var agreement = InterRaterAgreement.Of([("level 4", "level 4"), ("level 4", "level 4")]);

        (agreement.Percentage, agreement.Kappa, agreement.Undefined).Should().Be((100m, null, KappaUndefined.OneCategory));
    }

    [Test]
    public void One_category_each_but_not_the_same_is_no_agreement_at_all() =>
        InterRaterAgreement.Of([("level 4", "level 3"), ("level 4", "level 3")]).Should().Be(new InterRaterAgreement(2, 0, 0m, null));

    [Test]
    public void A_category_is_what_was_found_whatever_the_reason_or_order()
    {
        ScoredPair.CategoryOf(new("i", "unit") { Level = 3, Reason = "Foto." }).Should().Be("level 3");
        ScoredPair.CategoryOf(new("i", "unit") { Number = 82.50m }).Should().Be(ScoredPair.CategoryOf(new("i", "unit") { Number = 82.5m }));
        ScoredPair.CategoryOf(new("i", "unit") { Checked = ["b", "a"] }).Should().Be(ScoredPair.CategoryOf(new("i", "unit") { Checked = ["a", "b"] }));
        ScoredPair.CategoryOf(new("i", "unit") { NotApplicable = true, Reason = "Tidak ada." }).Should().Be("notApplicable");
        ScoredPair.CategoryOf(new("i", "unit") { Checked = [] }).Should().NotBe("notApplicable");
    }

    private static (string, string)[] Table(int bothYes, int yesNo, int noYes, int bothNo) =>
    [
        .. Enumerable.Repeat(("yes", "yes"), bothYes), .. Enumerable.Repeat(("yes", "no"), yesNo),
        .. Enumerable.Repeat(("no", "yes"), noYes), .. Enumerable.Repeat(("no", "no"), bothNo),
    ];
}
