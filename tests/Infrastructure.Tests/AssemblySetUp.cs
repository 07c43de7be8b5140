[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(4)]

namespace Compliance.Infrastructure.Tests;

[SetUpFixture]
public sealed class AssemblySetUp
{
    [OneTimeTearDown]
    public async Task Stop()
    {
        await TestDatabase.DisposeTemplates();

        if (PostgresServer.IsStarted && await PostgresServer.Shared() is { } server)
        {
            await server.Dropped();
        }
    }
}
