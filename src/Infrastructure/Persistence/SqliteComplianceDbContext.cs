using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

public sealed class SqliteComplianceDbContext(DbContextOptions<SqliteComplianceDbContext> options) : ComplianceDbContext(options)
{
    /// <summary>SQLite has no type for instants.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTextConverter>();
    }

    /// <summary>A deferred transaction of SQLite reads from one moment on and never blocks a writer.</summary>
    public override async Task<IAsyncDisposable> OpenSnapshot(CancellationToken cancellationToken)
    {
        await Database.OpenConnectionAsync(cancellationToken);
        var transaction = ((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true);
        await Database.UseTransactionAsync(transaction, cancellationToken);

        return new Snapshot(this, transaction);
    }

    /// <summary>Whoever has begun a transaction is the only one who writes.</summary>
    public override Task LockCycle(CycleId cycle, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc cref="LockCycle(CycleId, CancellationToken)"/>
    public override Task LockInstitutions(IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Nothing: the trigger asks the assessment, since whoever writes is alone here. A mark on the sheets would write every one of them anew, answers and all.
    /// </summary>
    protected internal override Task FreezeSheets(IQueryable<Assessment> assessments, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task Run(SheetWrite write, CancellationToken cancellationToken) => SqliteQueue.Of(Database).Run(write, Database);

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
