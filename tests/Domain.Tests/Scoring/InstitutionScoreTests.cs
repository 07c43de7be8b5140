namespace Compliance.Domain.Tests.Scoring;

public sealed class InstitutionScoreTests
{
    [Test]
    public void Maluku_Tenggara_2023_is_reproduced_from_its_seven_units()
    {
        Score[] units = [.. new[] { 49.85m, 52.86m, 55.09m, 59.85m, 62.06m, 71.08m, 74.82m }.Select(Score.Of)];

        var score = InstitutionScore.Of(units);

        score.Should().Be(Score.Of(60.80m));
        An.InstrumentLike2023().BandOf(score).Zone!.Code.Should().Be("yellow");
    }

    [Test]
    public void Only_the_mean_is_rounded()
    {
        InstitutionScore.Mean([77.994m, 77.996m]).Should().Be(77.995m);
        Score.Of(InstitutionScore.Mean([77.994m, 77.996m])).Should().Be(Score.Of(78m));
    }

    [Test]
    public void A_mean_that_is_a_tie_in_hundredths_goes_up() =>
        InstitutionScore.Of([Score.Of(77.99m), Score.Of(78m)]).Should().Be(Score.Of(78m));

    [RandomCases(300)]
    public void The_mean_lies_between_the_worst_and_the_best_unit(FsCheck.NonEmptyArray<byte> hundreds)
    {
        decimal[] units = [.. hundreds.Get.Select(value => value / 2.55m)];

        InstitutionScore.Mean(units).Should().BeInRange(units.Min() - 1e-20m, units.Max() + 1e-20m);
        InstitutionScore.Mean([.. units.Reverse()]).Should().BeApproximately(InstitutionScore.Mean(units), 1e-20m);
    }

    /// <summary>Below the tie by less than decimal's last digit of the mean: only exact arithmetic tells.</summary>
    [Test]
    public void A_mean_that_decimal_takes_for_a_tie_is_still_rounded_by_what_it_is()
    {
        decimal[] tie = [.. Enumerable.Repeat(54.005m, 1000)];
        decimal[] below = [.. tie.Skip(1), 54.00499999999999999999999999m];

        InstitutionScore.Of(tie).Value.Should().Be(54.01m);
        InstitutionScore.Of(below).Value.Should().Be(54.00m);
    }

    [Test]
    public void An_institution_without_assessed_units_has_no_score()
    {
        var act = () => InstitutionScore.Of(Array.Empty<Score>());

        act.Should().Break(ScoringErrors.NothingToScore);
    }

    [Test]
    public void A_unit_beyond_the_scale_is_refused([Values("-0.01", "100.01")] string beyond)
    {
        var act = () => InstitutionScore.Mean([50m, decimal.Parse(beyond, System.Globalization.CultureInfo.InvariantCulture)]);

        act.Should().Break(ScoreErrors.OutOfRange);
    }

    [Test]
    public void Both_ends_of_the_scale_belong_to_it() => InstitutionScore.Mean([0m, 100m]).Should().Be(50m);
}
