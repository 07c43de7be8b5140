namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Random requests to every operation of the document. docs/testing.md says how to send more of them, and how to repeat a failure.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class FuzzTests(string provider) : ApiTests(provider)
{
    /// <summary>From this many on, an operation that never succeeded says that the requests no longer get through to it.</summary>
    private const int EnoughForAll = 20_000;

    [Test]
    public async Task No_request_gets_an_answer_that_the_contract_does_not_know()
    {
        var settings = FuzzSettings.Read();
        await using var host = await Fresh();
        using var client = new FuzzClient(host.Client.BaseAddress!);
        var (document, callers) = (await ApiDocument.Of(host), await Callers.On(host));
        var stored = new StoredData(client, callers.Trusted);
        var before = await stored.Names();

        var report = await new FuzzRun(settings, document, callers, client).Send();

        await Tell(report);
        report.Failures.Count.Should().Be(0, "{0}\n{1}", report, report.Failed());
        (await host.Get("/health/ready")).Ok().Text("status").Should().Be("ready");
        (await stored.Names()).Should().Contain(before, "nothing that is stored may vanish");
        await stored.HangsTogether();

        if (settings.Requests >= EnoughForAll)
        {
            document.Operations.Where(operation => !Callers.Disrupts(operation.Id) && !report.Tally.HasSucceeded(operation)).Select(operation => operation.Id).Should().BeEmpty("{0}", report);
        }
    }

    private async Task Tell(FuzzReport report)
    {
        await TestContext.Out.WriteLineAsync($"{Provider}: {report}");

        if (report.Failures.Count > 0)
        {
            var script = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"fuzz-{Provider}-{report.Settings.Seed}.sh");
            await File.WriteAllTextAsync(script, report.Script());
            await TestContext.Out.WriteLineAsync($"To repeat it: {script}");
        }
    }
}
