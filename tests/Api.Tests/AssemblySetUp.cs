[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]

namespace Compliance.Api.Tests;

[SetUpFixture]
public sealed class AssemblySetUp
{
    [OneTimeTearDown]
    public async Task Stop()
    {
        await TestContext.Progress.WriteLineAsync($"{ApiHost.Started} hosts were started.");
        await ApiHost.StopShared();
    }
}
