namespace Compliance.Api.Tests.Agreements;

/// <summary>Results with and without an agreement, on what the demo holds.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class EffectTests(string provider) : ApiTests(provider)
{
    private const string Effect = $"{Agreeing.List}/effect";

    [Test]
    public async Task The_groups_are_named_with_their_means_and_a_caution()
    {
        var effect = (await Shared.SendAs("head.riau", HttpMethod.Get, $"{Effect}?kind=mou&province=14&before=2022&after=2023")).Ok();
        var (with, without) = (effect.At("with"), effect.At("without"));

        Mean(with, "before").Should().Be(with.Number("meanBefore"));
        Mean(without, "after").Should().Be(without.Number("meanAfter"));
        with.Items("institutions").Should().HaveCount((int)with.Number("count")!).And.NotBeEmpty();
        with.Texts("institutions", "code").Should().BeSubsetOf(["14.01", "14.02", "14.03", "14.04", "14.05", "14.06", "14.07", "14.08", "14.09", "14.10", "14.71", "14.72"]);
        effect.Text("caution/en").Should().Contain("does not prove");
        effect.Flag("methodChanged").Should().BeTrue("2022 and 2023 have instruments of their own");
    }

    [Test]
    public async Task A_liaison_and_years_that_cannot_be_are_refused()
    {
        (await Shared.SendAs("liaison.14.04", HttpMethod.Get, $"{Effect}?before=2022&after=2023")).Problem(403, "outsideScope");
        (await Shared.SendAs("auditor", HttpMethod.Get, $"{Effect}?before=2023&after=2023")).Errors(422, "effectRefused").Should().Equal("/after yearsCross");
        (await Shared.SendAs("auditor", HttpMethod.Get, $"{Effect}?before=1&after=99999")).Errors(422, "effectRefused")
            .Should().Equal("/before yearOutOfRange", "/after yearOutOfRange");
        (await Shared.SendAs("auditor", HttpMethod.Get, $"{Effect}?kind=tea")).Errors(400, "invalidRequest").Should().Contain("/kind unknownValue", "/before required");
    }

    private static decimal? Mean(JsonElement group, string year)
    {
        var results = group.Items("institutions").Select(each => each.Number(year)!.Value).ToList();

        return results.Count == 0 ? null : decimal.Round(results.Average(), 2, MidpointRounding.AwayFromZero);
    }
}
