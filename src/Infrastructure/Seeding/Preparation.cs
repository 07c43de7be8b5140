using System.Diagnostics;
using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Application.Instruments;
using Compliance.Application.Results;
using Compliance.Domain.Access;
using Compliance.Infrastructure.Hosting;
using Compliance.Infrastructure.Identity;
using Compliance.Infrastructure.Instruments;
using Compliance.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Seeding;

/// <summary>
/// Prepares the database while the server already listens: migrations, instruments, registry, demo data. Afterwards it polls for publications of
/// other instances. A failure ends the program.
/// </summary>
internal sealed partial class Preparation(
    IServiceProvider provider,
    IServiceScopeFactory scopes,
    StorageSettings settings,
    Readiness readiness,
    LatestPublication latest,
    TimeProvider clock,
    ILogger<Preparation> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = Stopwatch.GetTimestamp();

        RestrictDatabase();
        var program = ShippedFiles.HashOfProgram(settings.ShippedPath, settings.Demo);

        if (!await IsPrepared(program, stoppingToken))
        {
            await using var exclusive = await StartLock.Take(settings, clock, stoppingToken);

            // Another instance may have prepared it while this one waited.
            if (!await IsPrepared(program, stoppingToken))
            {
                await using var scope = scopes.CreateAsyncScope();
                await Prepare(scope.ServiceProvider, program, stoppingToken);
            }
        }

        // Once more for the files of a new database.
        RestrictDatabase();

        // A lost key must fail the start, not the first seal.
        provider.GetRequiredService<AuditKeys>();
        await StoredKeys.Encrypt(settings, provider.GetRequiredService<ProtectionSecrets>(), stoppingToken);
        readiness.Declare();
        LogReady(settings.Provider, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        RestrictEvidence();
        await PollPublications(stoppingToken);
    }

    /// <summary>Also what was made before files were private: the folder, and SQLite's files in it, whose log gets the mode of the database.</summary>
    private void RestrictDatabase()
    {
        string[] files = Directory.Exists(settings.DataPath)
            ? [.. Directory.GetFiles(settings.DataPath, $"{StorageSettings.FileName}*"), .. Directory.GetFiles(settings.DataPath, StartLock.FileName)]
            : [];
        LogIfRefused((PrivateFiles.TryRestrictFolder(settings.DataPath) ? 0 : 1) + files.Count(file => !PrivateFiles.TryRestrictFile(file)), settings.DataPath);
    }

    /// <summary>After the start, because there may be many; the folder above is private already.</summary>
    private void RestrictEvidence()
    {
        var evidence = Path.Combine(settings.DataPath, "evidence");
        LogIfRefused((PrivateFiles.TryRestrictFolder(evidence) ? 0 : 1) + PrivateFiles.RestrictAllBelow(evidence), evidence);
    }

    private void LogIfRefused(int refused, string folder)
    {
        if (refused > 0)
        {
            LogNotPrivate(refused, folder);
        }
    }

    private async Task<bool> IsPrepared(string program, CancellationToken cancellationToken)
    {
        if (await PreparationMarker.NewestPublicationIfPrepared(settings, program, cancellationToken) is not { } newest)
        {
            return false;
        }

        latest.Advance(newest);

        return true;
    }

    private async Task Prepare(IServiceProvider services, string program, CancellationToken cancellationToken)
    {
        var context = services.GetRequiredService<RequestContext>();
        context.SetCaller(Caller.Program, Origin.Unknown);
        var db = services.GetRequiredService<ComplianceDbContext>();
        var mediator = services.GetRequiredService<IMediator>();
        var files = new ShippedFiles(settings.ShippedPath, db, clock);

        if (!await db.GetService<IHistoryRepository>().ExistsAsync(cancellationToken)
            || (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await StartLock.ClearAbandonedMigration(db, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
        }

        await AppendOnly.Enforce(db, cancellationToken);
        await mediator.Send(new SealEarlierAudit(), cancellationToken);

        await files.WhenChanged("instruments", ["instruments"], () => PublishInstruments(mediator, files, cancellationToken), cancellationToken);
        await files.WhenChanged("registry", RegistrySeed.Files, () => new RegistrySeed(db, files, context, clock).Load(cancellationToken), cancellationToken);

        if (settings.Demo)
        {
            await files.WhenChanged("demo", DemoSeed.Files, () => services.GetRequiredService<DemoSeed>().Load(files, cancellationToken), cancellationToken);
        }

        await files.Mark(PreparationMarker.Name, program, cancellationToken);
        latest.Advance(await NewestPublication(db, cancellationToken));
    }

    private static async Task PublishInstruments(IMediator mediator, ShippedFiles files, CancellationToken cancellationToken)
    {
        foreach (var document in InstrumentFiles.ReadAll(files.PathOf("instruments")))
        {
            await mediator.Send(new PublishInstrument(document), cancellationToken);
        }
    }

    private async Task PollPublications(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(settings.PollInterval, clock);

        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<ComplianceDbContext>();
                latest.Advance(await NewestPublication(db, cancellationToken));
                latest.AdvanceClearances(await db.ClearanceChanges(cancellationToken));
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotPolled(problem);
            }
        }
    }

    private static async Task<int> NewestPublication(ComplianceDbContext db, CancellationToken cancellationToken) =>
        await db.Publications.MaxAsync(publication => (int?)publication.Number, cancellationToken) ?? 0;

    [LoggerMessage(LogLevel.Information, "Ready on {Provider} after {Milliseconds:0} ms.")]
    private partial void LogReady(string provider, double milliseconds);

    [LoggerMessage(LogLevel.Warning, "{Refused} files or folders at {Folder} belong to somebody else, so that others may be able to read them.")]
    private partial void LogNotPrivate(int refused, string folder);

    [LoggerMessage(LogLevel.Warning, "New publications cannot be looked for now. They are looked for again at the next interval.")]
    private partial void LogNotPolled(Exception problem);
}
