namespace Compliance.Api.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ImprovementsTests(string provider) : ApiTests(provider)
{
    private static readonly string[] Targets = ["green", "yellow", "A", "B"];

    [TestCaseSource(nameof(Targets))]
    public async Task Whoever_makes_the_improvements_reaches_the_target_and_whoever_leaves_the_last_one_out_does_not(string target)
    {
        foreach (var assessment in await Demo())
        {
            var plan = (await Get($"{assessment}/improvements?target={target}")).Ok();
            var codes = plan.Items().Select(each => each.Text("indicator")!).ToList();

            plan.Text("target/code").Should().Be(target);
            (await Rescored(assessment, codes)).Should().Be(plan.Number("scoreAfter"));
            (plan.Number("scoreAfter") >= plan.Number("target/from")).Should().Be(plan.Flag("reachable"));
            plan.Flag("reached").Should().Be(plan.Number("score") >= plan.Number("target/from"));

            if (codes.Count > 0)
            {
                (await Rescored(assessment, codes[..^1])).Should().BeLessThan(plan.Number("target/from")!.Value);
                plan.Items().Select(each => each.Number("gain")).Should().BeInDescendingOrder();
                plan.Items()[^1].Number("scoreAfter").Should().Be(plan.Number("scoreAfter"));
            }
        }
    }

    [Test]
    public async Task Some_units_of_the_demo_have_something_to_improve()
    {
        var plans = await Task.WhenAll((await Demo()).Select(assessment => Get($"{assessment}/improvements?target=A")));

        plans.Should().Contain(plan => plan.Ok().Items("items").Count > 0);
    }

    [Test]
    public async Task A_target_is_a_zone_or_category_of_the_instrument()
    {
        var assessment = (await Demo())[0];

        (await Get($"{assessment}/improvements?target=purple")).Problem(422, "unknownTarget");
        (await Get($"{assessment}/improvements")).Errors(400, "invalidRequest").Should().Equal("/target required");
        (await Get($"{Api}/assessments/{Guid.CreateVersion7()}/improvements?target=green")).Problem(404, "notFound");
    }

    private async Task<IReadOnlyList<string>> Demo() =>
        [.. (await Get($"{Api}/assessments?cycle=2023")).Ok().Texts("items", "id").Select(id => $"{Api}/assessments/{id}")];

    /// <summary>The score of an assessment's answers with some indicators brought to their best.</summary>
    private async Task<decimal?> Rescored(string assessment, List<string> improved)
    {
        var answers = (await Shared.FormItems(assessment)).Where(item => !item.Absent("answer"))
            .Select(item => improved.Contains(item.Text("indicator")!) ? Sheets.BestOfItem(item) : AnswerOf(item));

        return (await Post($"{Api}/scores", Sheets.Body("2023", answers))).Ok().Number("score");
    }

    /// <summary>The form tells more of an answer than is scored: its id, version, time and author.</summary>
    private static JsonObject AnswerOf(JsonElement item)
    {
        string[] scored = ["level", "number", "checked", "notApplicable", "reason", "technique"];
        var answer = new JsonObject(item.At("answer").EnumerateObject().Where(member => scored.Contains(member.Name))
            .Select(member => KeyValuePair.Create(member.Name, JsonNode.Parse(member.Value.GetRawText()))));
        answer["indicator"] = item.Text("indicator");
        answer["subject"] = item.Text("subject");

        return answer;
    }
}
