namespace Compliance.Api.Tests;

/// <summary>Until there are accounts, only Development takes writes.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class WritingTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Outside_Development_nothing_is_written()
    {
        await using var host = await Fresh("Production");
        var someone = Guid.CreateVersion7();

        (await host.Import("year,institution,score\n2022,14.08,82\n")).Problem(403, "writingClosed");
        (await host.Post($"{Api}/cycles", new { year = 2026, instrument = "2024", opensOn = "2026-03-01", closesOn = "2026-10-31" })).Problem(403, "writingClosed");
        (await host.Post($"{Api}/cycles/2023/assessments", new { units = new[] { someone } })).Problem(403, "writingClosed");
        (await host.Put($"{Api}/assessments/{someone}/answers", new { answers = Array.Empty<object>() })).Problem(403, "writingClosed");
        (await host.Post($"{Api}/instruments", Instruments.Copy((await Get($"{Api}/instruments/2023")).Ok(), "2030"))).Problem(403, "writingClosed");
        (await host.Get($"{Api}/institutions/14.08/results/2022")).Problem(404, "notFound");
        (await host.Get($"{Api}/instruments/2030")).Problem(404, "notFound");
    }

    [TestCase("/assessments")]
    [TestCase("/assessments/0193f8a0-0000-7000-8000-000000000000/form")]
    [TestCase("/assessments/0193f8a0-0000-7000-8000-000000000000/score")]
    public async Task Outside_Development_nothing_unannounced_is_shown(string path)
    {
        await using var host = await Fresh("Production");

        (await host.Get(Api + path)).Problem(403, "writingClosed");
    }

    [Test]
    public async Task Outside_Development_everyone_reads_what_is_announced_and_scores()
    {
        await using var host = await Fresh("Production");

        (await host.Get($"{Api}/institutions/14.01/results/2022")).Text.Should().Be((await Get($"{Api}/institutions/14.01/results/2022")).Text);
        (await host.Get($"{Api}/rankings?year=2023")).Ok().Items().Should().NotBeEmpty();
        (await host.Post($"{Api}/scores/institution", new { instrument = "2023", units = new[] { 60.8m } })).Ok().Text("zone/code").Should().Be("yellow");
    }
}
