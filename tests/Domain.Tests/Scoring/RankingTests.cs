using Compliance.Domain.Institutions;

namespace Compliance.Domain.Tests.Scoring;

public sealed class RankingTests
{
    [Test]
    public void Ties_share_a_place_and_the_next_is_skipped() => PlacesOf(90m, 80m, 80m, 70m).Should().Equal(1, 2, 2, 4);

    [Test]
    public void The_best_comes_first_whatever_order_they_come_in()
    {
        var ranked = Ranking.Of(["low", "high", "middle"], name => Score.Of(name.Length == 3 ? 10m : name.Length == 4 ? 90m : 50m));

        ranked.Select(each => each.Item).Should().Equal("high", "middle", "low");
    }

    [Test]
    public void Those_of_equal_score_keep_their_order()
    {
        var ranked = Ranking.Of(["c", "a", "b"], _ => Score.Of(50m));

        ranked.Select(each => (each.Item, each.Rank)).Should().Equal(("c", new Rank(1, 3)), ("a", new(1, 3)), ("b", new(1, 3)));
    }

    [Test]
    public void Places_differ_by_the_rounded_score_only() => PlacesOf(77.994m, 77.991m, 77.989m).Should().Equal(1, 1, 1);

    [Test]
    public void Nobody_is_ranked_among_none() => PlacesOf().Should().BeEmpty();

    [RandomCases(300)]
    public void A_place_is_one_more_than_the_number_of_better_ones(byte[] values)
    {
        Score[] scores = [.. values.Select(value => Score.Of(value % 20))];

        foreach (var (score, rank) in Ranking.Of(scores, score => score))
        {
            rank.Should().Be(new Rank(scores.Count(other => other > score) + 1, scores.Length));
        }
    }

    [Test]
    public void Kinds_are_ranked_apart_among_all_of_the_kind_and_within_the_province()
    {
        (string Code, InstitutionKind Kind, string? Province, decimal Points)[] scored =
        [
            ("seribu", InstitutionKind.Regency, "31", 80m),
            ("bogor", InstitutionKind.Regency, "32", 90m),
            ("bekasi", InstitutionKind.Regency, "32", 70m),
            ("ciamis", InstitutionKind.Regency, "32", 90m),
            ("bandung", InstitutionKind.City, "32", 60m),
            ("health", InstitutionKind.Ministry, null, 95m),
            ("education", InstitutionKind.Ministry, null, 65m),
        ];

        var ranks = Ranking.RanksOf(scored, each => each.Code, each => each.Kind, each => each.Province, each => Score.Of(each.Points));

        ranks.Should().BeEquivalentTo(new Dictionary<string, (Rank National, Rank? Province)>
        {
            ["seribu"] = (new(3, 4), new(1, 1)),
            ["bogor"] = (new(1, 4), new(1, 3)),
            ["ciamis"] = (new(1, 4), new(1, 3)),
            ["bekasi"] = (new(4, 4), new(3, 3)),
            ["bandung"] = (new(1, 1), new(1, 1)),
            ["health"] = (new(1, 2), null),
            ["education"] = (new(2, 2), null),
        });
    }

    private static IEnumerable<int> PlacesOf(params decimal[] points) =>
        Ranking.Of(points, Score.Of).Select(each => each.Rank.Position);
}
