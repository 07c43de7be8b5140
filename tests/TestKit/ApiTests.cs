namespace Compliance.TestKit;

/// <summary>
/// Tests over HTTP on one database. Whoever only reads uses the <see cref="Shared"/> host; whoever writes
/// starts a <see cref="Fresh"/> one. Routes and JSON names are spelled out, so that renaming one fails here.
/// </summary>
public abstract class ApiTests(string provider)
{
    protected const string Api = "/api/v1";

    protected string Provider { get; } = provider;

    protected ApiHost Shared { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartShared()
    {
        // Where PostgreSQL is required and missing, asking for the server throws.
        if (Provider == "postgresql" && await PostgresServer.Shared() is null)
        {
            Assert.Ignore(PostgresServer.WhyNot!);
        }

        Shared = await ApiHost.Shared(Provider);
    }

    /// <summary>A host with a database of its own, as it is right after the first start.</summary>
    /// <param name="settings">On top of those of a test host, as <c>RateLimits:SignIn</c>.</param>
    protected Task<ApiHost> Fresh(string environment = "Development", IReadOnlyDictionary<string, string>? settings = null) =>
        ApiHost.Start(Provider, environment, settings);

    protected Task<Reply> Get(string path, string? language = null) => Shared.Get(path, language);

    protected Task<Reply> Post(string path, object body) => Shared.Post(path, body);
}
