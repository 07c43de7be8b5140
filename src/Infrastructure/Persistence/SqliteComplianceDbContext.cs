using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

public sealed class SqliteComplianceDbContext(DbContextOptions<SqliteComplianceDbContext> options) : ComplianceDbContext(options)
{
    /// <summary>SQLite has no type for instants, so they are stored as text.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTextConverter>();
    }

    /// <summary>A deferred transaction of SQLite reads a consistent snapshot and never blocks a writer.</summary>
    public override async Task<IAsyncDisposable> OpenSnapshot(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        await Database.UseTransactionAsync(transaction, cancellationToken);

        return new Snapshot(this, transaction);
    }

    /// <summary>Not needed: a SQLite transaction that writes is the only writer.</summary>
    public override Task LockCycle(CycleId cycle, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="LockCycle(CycleId, CancellationToken)"/>
    public override Task LockInstitutions(IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Not needed: the trigger reads the assessment, because there is only one writer. A mark would rewrite every sheet with all of its answers.
    /// </summary>
    protected internal override Task FreezeSheets(IQueryable<Assessment> assessments, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override async Task<IDisposable?> TakeTurn(CancellationToken cancellationToken) => await SqliteTurns.Take(Database, cancellationToken);

    private protected override Task RunAlone(SheetWrite write, CancellationToken cancellationToken) => SqliteQueue.Of(Database).Run(write, Database);

    private sealed class Snapshot(ComplianceDbContext db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
