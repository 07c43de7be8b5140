using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Application.Decisions;
using Compliance.Application.Evidence;
using Compliance.Application.Idempotency;
using Compliance.Application.Reminders;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Random requests to every operation of the document. docs/testing.md says how to send more of them, and how to repeat a failure.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class FuzzTests(string provider) : ApiTests(provider)
{
    /// <summary>
    /// From this many on, at least half of the operations must have succeeded; otherwise the requests no longer get past the first checks. Most of the others
    /// need a history or a secret that chance does not come upon, such as a submitted sheet or a password.
    /// </summary>
    private const int EnoughForHalf = 20_000;

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
        await RunRecurringWork(host);
        (await host.Get("/health/ready")).Ok().Text("status").Should().Be("ready");
        (await stored.Names()).Should().Contain(before, "nothing that is stored may vanish");
        await stored.HangsTogether();
        await ShouldEqualTheTrail(host);
        host.Log.Text.Should().NotContain("Warning Microsoft.EntityFrameworkCore", "a query of which the library warns was not thought through");

        var never = document.Operations.Where(operation => !Callers.Disrupts(operation.Id) && !report.Tally.HasSucceeded(operation)).Select(operation => operation.Id).ToList();
        await TestContext.Out.WriteLineAsync($"{never.Count} of {document.Operations.Count} operations never succeeded: {string.Join(", ", never)}");

        if (settings.Requests >= EnoughForHalf)
        {
            never.Count.Should().BeLessThan(document.Operations.Count / 2, "{0}", report);
        }
    }

    /// <summary>Every write of every operation has its entry: what the tables hold is what the trail says.</summary>
    private static async Task ShouldEqualTheTrail(ApiHost host)
    {
        var verified = await host.Run(new VerifyAudit(Language.English));
        verified.Intact.Should().BeTrue("{0} {1}", verified.FirstBroken, verified.Tables!.FirstDifference);
    }

    /// <summary>On whatever the requests have stored. Each job throws if anything fails.</summary>
    private static async Task RunRecurringWork(ApiHost host)
    {
        Func<IMediator, Task>[] jobs =
        [
            program => program.Send(new PublishDue()),
            program => program.Send(new RemindDue()),
            program => program.Send(new SendDue()),
            program => program.Send(new SweepEvidence(WithFiles: true)),
            program => program.Send(new ForgetResponses()),
            program => program.Send(new SealAudit()),
        ];

        foreach (var job in jobs)
        {
            await using var scope = host.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Domain.Access.Caller.Program, Origin.Unknown);
            await job(scope.ServiceProvider.GetRequiredService<IMediator>());
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
