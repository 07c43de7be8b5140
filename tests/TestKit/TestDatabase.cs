using System.Collections.Concurrent;
using Compliance.Application;
using Compliance.Domain.Access;
using Compliance.Domain.Audit;
using Compliance.Infrastructure;
using Compliance.Infrastructure.Audit;
using Compliance.Infrastructure.Identity;
using Compliance.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Compliance.TestKit;

/// <summary>A database of its own on one of the providers, and the program without its web on top of it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly ConcurrentDictionary<string, Lazy<Task<TestDatabase>>> templates = new();

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("compliance-");
    private readonly PostgresServer? server;
    private readonly Lazy<SigningKey> auditKey;

    private TestDatabase(string provider, PostgresServer? server, string? connection)
    {
        this.server = server;
        Settings = SettingsWith(provider, connection, demo: false);
        auditKey = new(() => AuditSettings.Of(null, null, [], isDevelopment: true, folder.FullName, TimeSpan.FromHours(1)).Load(() => false).Current);
    }

    public StorageSettings Settings { get; }

    /// <summary>The data that ships with the program.</summary>
    public static string ShippedPath => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>The key beside the data, which is created if it is missing.</summary>
    public SigningKey AuditKey() => auditKey.Value;

    /// <summary>Nothing in it, not even tables. Skips the test, with the reason, where there is no PostgreSQL.</summary>
    public static async Task<TestDatabase> Empty(string provider)
    {
        if (provider == StorageSettings.Sqlite)
        {
            return new(provider, null, null);
        }

        var server = await PostgresServer.Shared();

        if (server is null)
        {
            Assert.Ignore(PostgresServer.WhyNot ?? "There is no PostgreSQL.");
        }

        return new(provider, server, await server.CreateDatabase());
    }

    public static async Task<TestDatabase> Migrated(string provider)
    {
        var database = await Empty(provider);
        Directory.CreateDirectory(database.Settings.DataPath);
        await using var db = database.Open();
        await db.Database.MigrateAsync();

        return database;
    }

    /// <summary>With everything that ships but the demo data; a copy of one that is prepared once per process and provider.</summary>
    public static async Task<TestDatabase> Prepared(string provider)
    {
        var template = await templates.GetOrAdd(provider, key => new(() => Prepare(key))).Value;
        var copy = new TestDatabase(provider, template.server, template.server is null ? null : await template.server.CreateDatabase(template.Settings.ConnectionString));

        foreach (var file in template.folder.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(copy.folder.FullName, file.Name));
        }

        return copy;
    }

    /// <summary>Once the last test of this process has run.</summary>
    public static async Task DisposeTemplates()
    {
        foreach (var template in templates.Values.Where(template => template.Value.IsCompletedSuccessfully))
        {
            await (await template.Value).DisposeAsync();
        }
    }

    /// <summary>A context that sees and may write everything, as the program itself.</summary>
    public ComplianceDbContext Open()
    {
        ComplianceDbContext db = Settings.Provider == StorageSettings.Sqlite
            ? new SqliteComplianceDbContext(new DbContextOptionsBuilder<SqliteComplianceDbContext>().UseSqlite(Settings.ConnectionString).Options)
            : new PostgresComplianceDbContext(new DbContextOptionsBuilder<PostgresComplianceDbContext>().UseNpgsql(Settings.ConnectionString).Options);
        db.SetRequestContext(new(), TimeProvider.System, AuditKey);
        db.RequestContext.SetCaller(Caller.Program, Origin.Unknown);
        db.RequestContext.Begin("test", null);

        return db;
    }

    /// <summary>The use cases on this database; nothing is prepared before <see cref="Start"/>.</summary>
    /// <param name="audit">Other than those of Development, whose key lies beside the data.</param>
    public ServiceProvider Program(bool demo = false, AuditSettings? audit = null, ProtectionSettings? protection = null) =>
        Services(demo, audit, protection).BuildServiceProvider();

    /// <summary>What <see cref="Program"/> consists of, for whoever swaps a part.</summary>
    public ServiceCollection Services(bool demo = false, AuditSettings? audit = null, ProtectionSettings? protection = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddApplication(new(DemoAccounts: demo, PublicUrl: null), mappingLicence: null);
        var auditing = audit ?? AuditSettings.Of(null, null, [], isDevelopment: true, folder.FullName, TimeSpan.FromHours(1));
        services.AddInfrastructure(
            SettingsWith(Settings.Provider, Settings.ConnectionString, demo),
            auditing,
            protection ?? ProtectionSettings.Of(null, null, [], auditing, isDevelopment: true));

        return services;
    }

    /// <summary>Does what the program does when it starts, and stops the work that would go on in the background.</summary>
    public static async Task Start(ServiceProvider program)
    {
        using var patience = new CancellationTokenSource(Patience);
        var works = program.GetServices<IHostedService>().ToList();

        foreach (var work in works)
        {
            await work.StartAsync(patience.Token);
        }

        // Work that fails ends the wait with its own error.
        var ready = program.GetRequiredService<Compliance.Infrastructure.Hosting.Readiness>().Wait(patience.Token);
        await await Task.WhenAny(works.OfType<BackgroundService>().Select(work => work.ExecuteTask).OfType<Task>().Append(ready));
        await ready;

        foreach (var work in works)
        {
            await work.StopAsync(patience.Token);
        }
    }

    public ValueTask DisposeAsync()
    {
        LetGo();
        server?.DropInBackground(Settings.ConnectionString);
        folder.Delete(recursive: true);

        return ValueTask.CompletedTask;
    }

    private static async Task<TestDatabase> Prepare(string provider)
    {
        var database = await Empty(provider);

        await using (var program = database.Program())
        {
            await Start(program);
        }

        database.LetGo();

        return database;
    }

    /// <summary>Closes pooled connections. The last one that SQLite closes folds its log into its file.</summary>
    private void LetGo()
    {
        if (server is null)
        {
            SqliteConnection.ClearPool(new(Settings.ConnectionString));
        }
        else
        {
            NpgsqlConnection.ClearPool(new(Settings.ConnectionString));
        }
    }

    private StorageSettings SettingsWith(string provider, string? connection, bool demo) => StorageSettings.Of(
        provider, connection, folder.FullName, ShippedPath, demo, isDevelopment: true, pollInterval: TimeSpan.FromMinutes(10));
}
