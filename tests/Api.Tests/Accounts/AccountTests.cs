namespace Compliance.Api.Tests.Accounts;

/// <summary>
/// Tests about accounts write, but each about persons of its own; so those of a fixture share a host. Whoever
/// moves its clock starts another.
/// </summary>
public abstract class AccountTests(string provider) : ApiTests(provider)
{
    protected ApiHost Host { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartHost() => Host = await Fresh(settings: await Settings());

    [OneTimeTearDown]
    public async Task StopHost()
    {
        // Nothing was started where the provider is missing.
        if (Host is not null)
        {
            await Host.DisposeAsync();
        }
    }

    protected virtual Task<IReadOnlyDictionary<string, string>> Settings() =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    /// <summary>Another instance of the program on the data of one that runs. Ends before it.</summary>
    protected Task<ApiHost> Beside(ApiHost host) => Fresh(settings: new Dictionary<string, string>
    {
        ["Data:Path"] = host.Folder,
        ["Audit:KeyFile"] = Path.Combine(host.Folder, "audit-key.pem"),
        ["ConnectionStrings:Compliance"] = host.Settings.Provider == "postgresql" ? host.Settings.ConnectionString : "",
    });
}
