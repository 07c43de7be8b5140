using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Application.Tests;

/// <summary>The use cases on an embedded database with everything that ships, prepared once for all tests that store nothing.</summary>
[SetUpFixture]
public sealed class UseCases
{
    private static TestDatabase database = null!;

    public static ServiceProvider Services { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Prepare()
    {
        database = await TestDatabase.Prepared("sqlite");
        Services = database.Program();
    }

    [OneTimeTearDown]
    public async Task Dispose()
    {
        await Services.DisposeAsync();
        await database.DisposeAsync();
        await TestDatabase.DisposeTemplates();
    }

    /// <summary>Sends as the program itself, in a scope of its own: who may send what is not this project's question.</summary>
    public static async Task<TAnswer> Send<TAnswer>(IRequest<TAnswer> request, IServiceProvider? services = null)
    {
        await using var scope = (services ?? Services).CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public static ComplianceDbContext Open() => database.Open();
}
