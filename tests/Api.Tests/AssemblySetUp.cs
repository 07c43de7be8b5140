[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]

namespace Compliance.Api.Tests;

[SetUpFixture]
public sealed class AssemblySetUp
{
    /// <summary>Somewhat more than there are. Whoever adds tests that need hosts of their own raises it; see the page on testing for who does.</summary>
    private const int MostHosts = 700;

    [OneTimeTearDown]
    public async Task Stop()
    {
        await TestContext.Progress.WriteLineAsync($"{ApiHost.Started} hosts were started.");
        await ApiHost.StopShared();
        ApiHost.Started.Should().BeLessThanOrEqualTo(MostHosts, "hosts are what the time of these tests goes into");
    }
}
