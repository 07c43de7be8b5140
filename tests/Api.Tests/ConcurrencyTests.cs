namespace Compliance.Api.Tests;

/// <summary>Many devices fill one sheet at once; nothing is lost.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ConcurrencyTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Eight_batches_for_different_parts_are_all_kept()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var batches = (await host.FormItems(assessment)).Select(item => Sheets.Sent(Sheets.BestOfItem(item))).Chunk(28).ToList();

        var replies = await Task.WhenAll(batches.Select(batch => host.PutAnswers(assessment, batch)));

        batches.Should().HaveCount(8);
        replies.SelectMany(reply => reply.Outcomes()).Should().HaveCount(218).And.OnlyContain(outcome => outcome == "stored 1");
        var details = (await host.Get(assessment)).Ok();
        (details.Number("completeness/answered"), details.Number("sheetVersion")).Should().Be((218, 8));
        (await host.Get($"{assessment}/score")).Ok().Number("score").Should().Be(100m);
    }

    [Test]
    public async Task Of_eight_answers_to_one_observation_one_stands_and_the_others_are_conflicts()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var answers = Enumerable.Range(0, 8).Select(index => Sheets.Sent(new() { ["indicator"] = "output.ikm", ["subject"] = "unit", ["number"] = 30 + index }));

        var outcomes = (await Task.WhenAll(answers.Select(answer => host.PutAnswers(assessment, answer)))).SelectMany(reply => reply.Outcomes()).ToList();

        outcomes.Should().ContainSingle(outcome => outcome == "stored 1");
        outcomes.Should().HaveCount(8).And.OnlyContain(outcome => outcome == "stored 1" || outcome.StartsWith("conflict 409 answerChanged", StringComparison.Ordinal));
        var history = (await host.Get($"{assessment}/answers/output.ikm/unit/history")).Ok();
        history.Items().Select(each => each.Number("answer/number")).Should().BeEquivalentTo([30m, 31m, 32m, 33m, 34m, 35m, 36m, 37m]);
    }

    [Test]
    public async Task The_same_batch_from_eight_retries_is_stored_once()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var answer = Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.PutAnswers(assessment, (JsonObject)answer.DeepClone())));

        outcomes.SelectMany(reply => reply.Outcomes()).Should().HaveCount(8).And.OnlyContain(outcome => outcome == "stored 1" || outcome == "unchanged 1")
            .And.ContainSingle(outcome => outcome == "stored 1");
    }
}
