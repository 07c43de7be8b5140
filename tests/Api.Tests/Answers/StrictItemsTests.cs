namespace Compliance.Api.Tests.Answers;

/// <summary>What an answer has besides its documented members rejects that answer alone, and is kept with it.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class StrictItemsTests(string provider) : ApiTests(provider)
{
    private const string Id = "0198c0de-0000-7000-8000-0000000000";
    private const string Good = $$"""{ "id": "{{Id}}01", "indicator": "output.ikm", "subject": "unit", "number": 80 }""";

    private static readonly (string Item, string Problem)[] wrong =
    [
        ($$"""{ "id": "{{Id}}02", "indicator": "output.ikm", "subject": "unit", "number": 81, "score": 4 }""", "unknownMember /score"),
        ($$"""{ "id": "{{Id}}03", "indicator": "output.ikm", "subject": "unit", "number": 81, "number": 82 }""", "memberTwice /number"),
        ($$"""{ "ID": "{{Id}}04", "indicator": "output.ikm", "subject": "unit", "number": 81 }""", "unknownMember /ID"),
        ($$"""{ "id": "{{Id}}05", "indicator": "output.ikm", "subject": "unit", "number": "81" }""", "malformedValue /number"),
        ($$"""{ "id": "{{Id}}06", "indicator": "input.facilities.toilet", "subject": "unit", "level": 2.5 }""", "malformedValue /level"),
        ($$"""{ "id": "{{Id}}07", "indicator": "input.facilities.accessibility", "subject": "unit", "checked": [{{string.Join(',', Enumerable.Repeat("null", 101))}}] }""", "tooMany /checked"),
    ];

    [Test]
    public async Task Only_the_item_itself_is_rejected()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();

        var reply = await host.Send(HttpMethod.Put, $"{assessment}/answers", Body([Good, .. wrong.Select(each => each.Item)]));

        reply.Outcomes().Should().Equal(
            ["stored 1", .. wrong.Select((each, index) => $"rejected 400 {each.Problem.Replace(" ", $" /answers/{index + 1}", StringComparison.Ordinal)}")]);
        (await host.Get($"{assessment}/refused")).Ok().Items().Should().HaveCount(wrong.Length);
    }

    [Test]
    public async Task A_whole_number_may_be_written_with_decimals()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();

        var first = await host.Send(HttpMethod.Put, $"{assessment}/answers", Body(
            $$"""{ "id": "{{Id}}01", "indicator": "input.facilities.toilet", "subject": "unit", "level": 3.0 }"""));
        var second = await host.Send(HttpMethod.Put, $"{assessment}/answers", Body(
            $$"""{ "id": "{{Id}}02", "baseVersion": 1e0, "indicator": "input.facilities.toilet", "subject": "unit", "level": 20e-1, "reason": "Salah baca." }"""));

        first.Outcomes().Concat(second.Outcomes()).Should().Equal("stored 1", "stored 2");
    }

    private static StringContent Body(params string[] items) => new StringContent($$"""{ "answers": [{{string.Join(',', items)}}] }""", null, "application/json");
}
