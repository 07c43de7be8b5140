using System.Collections.Concurrent;
using Compliance.Application.Common;
using Compliance.Infrastructure;
using Compliance.Infrastructure.Hosting;
using Compliance.Infrastructure.Persistence;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compliance.TestKit;

/// <summary>
/// The real program on a real port of this machine, with a database of its own. A database with everything
/// that ships is prepared once per process and provider; each host starts from a copy of it.
/// </summary>
public sealed class ApiHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan TokensAreKept = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Enough for hashes that differ. What a real one costs is looked at by the tests of <c>PasswordCostTests</c>; here it would be a quarter of all
    /// time. It is a service that is replaced, for there is no setting by which anybody could lower it.
    /// </summary>
    private const int PasswordRounds = 10;

    private static readonly ConcurrentDictionary<string, Lazy<Task<HostStorage>>> templates = new();
    private static readonly ConcurrentDictionary<string, Lazy<Task<ApiHost>>> sharedHosts = new();
    private static int started;

    /// <summary>How many hosts this process has started.</summary>
    public static int Started => Volatile.Read(ref started);

    public static readonly IReadOnlyList<string> DemoNames =
    [
        "admin", "method", "verifier", "auditor", "head.riau", "assessor.riau", "assessor2.riau", "liaison.14.04", "liaison.14.01",
    ];

    private readonly HostStorage storage;
    private readonly Factory factory;

    private ApiHost(HostStorage storage, string environment, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection>? replace)
    {
        this.storage = storage;
        factory = new(storage, environment, settings, Clock, Disk, [Sql, Commits, Faults], Log, replace);
        factory.UseKestrel();
    }

    public TestClock Clock { get; } = new();

    public TestDisk Disk { get; } = new();

    public SqlCount Sql { get; } = new();

    public CommitFailure Commits { get; } = new();

    public StorageFaults Faults { get; } = new();

    public CapturedLog Log { get; } = new();

    /// <summary>Speaks HTTP to this host; follows no redirects and keeps no cookies.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The one host of this process and provider for tests that only read.</summary>
    public static Task<ApiHost> Shared(string provider) =>
        sharedHosts.GetOrAdd(provider, key => new(() => Start(key))).Value;

    /// <summary>A host for one test, which may write.</summary>
    /// <param name="settings">On top of those of a test host, as <c>RateLimits:SignIn</c>.</param>
    /// <param name="replace">Replaces services of the program, for what no setting or request could bring about.</param>
    public static async Task<ApiHost> Start(
        string provider, string environment = "Development", IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null) =>
        await StartOn(await FreshStorage(provider), environment, settings, replace);

    /// <summary>Starts a second instance on what this one stores. It must be disposed before this one.</summary>
    public async Task<Instance> StartBeside(IReadOnlyDictionary<string, string>? settings = null)
    {
        var second = await StartOn(storage, "Development", settings);

        return new(second);
    }

    /// <summary>Stops this host and starts another one on what it leaves.</summary>
    public async Task<ApiHost> StartAgain(string environment)
    {
        await Stop();

        return await StartOn(storage, environment);
    }

    /// <summary>What a host finds that starts for the first time.</summary>
    internal static async Task<HostStorage> FreshStorage(string provider) =>
        await (await templates.GetOrAdd(provider, key => new(() => PrepareTemplate(key))).Value).Copy();

    /// <summary>An access token of a demo account, named as before <c>@</c>, that is good at the hour of this host.</summary>
    public async Task<string> TokenOf(string name)
    {
        var hour = Clock.GetUtcNow();

        if (storage.Tokens.TryGetValue(name, out var kept) && hour >= kept.At && hour < kept.At + TokensAreKept)
        {
            return kept.Token;
        }

        var token = await SignIn(name);
        storage.Tokens[name] = (token, hour);

        return token;
    }

    public string Folder => storage.Folder;

    /// <summary>Where the host keeps its data; for tests that look into the database or change it behind the program's back.</summary>
    public StorageSettings Settings => factory.Services.GetRequiredService<StorageSettings>();

    public IServiceProvider Services => factory.Services;

    /// <summary>Stops what this process shares, once its last test has run.</summary>
    public static async Task StopShared()
    {
        foreach (var host in sharedHosts.Values.Where(host => host.IsValueCreated && host.Value.IsCompletedSuccessfully))
        {
            await (await host.Value).DisposeAsync();
        }

        foreach (var template in templates.Values.Where(template => template.IsValueCreated && template.Value.IsCompletedSuccessfully))
        {
            (await template.Value).Dispose();
        }

        if (PostgresServer.IsStarted && await PostgresServer.Shared() is { } server)
        {
            await server.Dropped();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        storage.Dispose();
    }

    private static async Task<HostStorage> PrepareTemplate(string provider)
    {
        var host = await StartOn(await HostStorage.Empty(provider), "Development");

        foreach (var name in DemoNames)
        {
            await host.TokenOf(name);
        }

        await host.Stop();
        await host.storage.Settle();

        return host.storage;
    }

    private static async Task<ApiHost> StartOn(
        HostStorage storage, string environment, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var host = new ApiHost(storage, environment, settings ?? new Dictionary<string, string>(), replace);
        Interlocked.Increment(ref started);
        host.factory.StartServer();
        host.Client = host.factory.CreateClient(new()
        {
            BaseAddress = host.factory.ClientOptions.BaseAddress,
            AllowAutoRedirect = false,
            HandleCookies = false,
        });
        await host.BecomeReady();

        return host;
    }

    private async Task<string> SignIn(string name)
    {
        using var answer = await Client.PostAsJsonAsync(
            new Uri("/api/v1/tokens", UriKind.Relative), new { email = $"{name}@demo.example", password = "Kepatuhan-Demo-2023" });
        answer.EnsureSuccessStatusCode();
        using var tokens = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        return tokens.RootElement.GetProperty("accessToken").GetString()!;
    }

    /// <summary>The program listens before it is ready.</summary>
    private async Task BecomeReady()
    {
        // A start that fails stops the program, and then nobody becomes ready any more.
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        over.CancelAfter(Patience);

        try
        {
            await Services.GetRequiredService<Readiness>().Wait(over.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The host did not become ready: {Log.Text}");
        }
    }

    /// <summary>Stops the program. What it stores stays.</summary>
    private async Task Stop()
    {
        var used = Settings.ConnectionString;
        Client.Dispose();
        await factory.DisposeAsync();
        storage.LetGo(used);
    }

    /// <summary>Another instance of the program on the database of the host that started it, which owns what both store.</summary>
    public sealed class Instance(ApiHost host) : IAsyncDisposable
    {
        public ApiHost Host { get; } = host;

        public async ValueTask DisposeAsync() => await Host.Stop();
    }

    private sealed class Factory(
        HostStorage storage, string environment, IReadOnlyDictionary<string, string> settings, TestClock clock, TestDisk disk, IInterceptor[] interceptors, CapturedLog log,
        Action<IServiceCollection>? replace) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("Data:Path", storage.Folder);
            builder.UseSetting("Database:Provider", storage.Provider);
            builder.UseSetting("ConnectionStrings:Compliance", storage.ConnectionString ?? "");
            builder.UseSetting("Publications:PollSeconds", "3600");
            builder.UseSetting("Logging:LogLevel:Default", "Error");
            builder.UseSetting("Audit:KeyFile", Path.Combine(storage.Folder, "audit-key.pem"));
            builder.UseSetting("Audit:SealSeconds", "3600");
            builder.UseSetting("Evidence:SweepSeconds", "3600");
            builder.UseSetting("Reminders:EverySeconds", "3600");
            builder.UseSetting("Reminders:SendEverySeconds", "3600");

            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(clock);
                services.AddSingleton<IDataDisk>(disk);
                services.AddSingleton<ILoggerProvider>(log);
                services.PostConfigure<PasswordHasherOptions>(hashing => hashing.IterationCount = PasswordRounds);
                services.ConfigureDbContext<SqliteComplianceDbContext>(options => options.AddInterceptors(interceptors));
                services.ConfigureDbContext<PostgresComplianceDbContext>(options => options.AddInterceptors(interceptors));
                replace?.Invoke(services);
            });
        }
    }
}
