using Compliance.Api.CommandLine;
using Microsoft.Extensions.Hosting;

namespace Compliance.Api.Tests.Hosting;

/// <summary>Who watches the process must see whether it was asked to stop or failed.</summary>
public sealed class ExitCodeTests
{
    [TestCase(true, false, 0)]
    [TestCase(true, true, 2)]
    [TestCase(false, false, 2)]
    public async Task A_server_that_a_failure_stopped_ends_with_another_code_than_0(bool wasReady, bool fails, int expected)
    {
        using var work = new Work(fails);
        await work.StartAsync(CancellationToken.None);
        await work.ExecuteTask!.ContinueWith(_ => { }, TaskScheduler.Default);

        ExitCodes.OfServer(wasReady, [work]).Should().Be(expected);
    }

    private sealed class Work(bool fails) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => fails ? Task.FromException(new InvalidDataException()) : Task.CompletedTask;
    }
}
