using System.Data;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

public sealed class PostgresComplianceDbContext(DbContextOptions<PostgresComplianceDbContext> options) : ComplianceDbContext(options)
{
    /// <summary>Whether a decision covers the answers of a sheet. Stored on the sheet, so that batches and decisions wait for each other.</summary>
    private const string Frozen = "Frozen";

    private const string Lz4 = "lz4";

    /// <summary>Text is compared byte by byte, as in SQLite, regardless of the server's collation.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    /// <summary>Columns that every batch writes use a compression that takes a tenth of the time of the server's default.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<AuditEntry>().Property(entry => entry.Payload).UseCompressionMethod(Lz4);
        modelBuilder.Entity<SheetRow>().Property(sheet => sheet.Answers).UseCompressionMethod(Lz4);
        modelBuilder.Entity<SheetRow>().Property<bool>(Frozen).HasDefaultValue(false).HasColumnName("frozen");
        modelBuilder.Entity<UnitFigures>().Property(figures => figures.Text).UseCompressionMethod(Lz4);
        modelBuilder.Entity<DecidedInstitution>().Property(decided => decided.Text).UseCompressionMethod(Lz4);
    }

    /// <summary>The trigger that refuses late plans takes a shared lock on the same row (<see cref="AppendOnly"/>).</summary>
    public override Task LockCycle(CycleId cycle, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT 1 FROM cycles WHERE id = {cycle.Value} FOR UPDATE", cancellationToken);

    /// <summary>Locks in a fixed order, so that concurrent callers do not deadlock. Rows that refer to an institution can still be inserted.</summary>
    public override Task LockInstitutions(IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken)
    {
        var ids = institutions.Select(institution => institution.Value).ToArray();

        return Database.ExecuteSqlAsync($"SELECT 1 FROM institutions WHERE id = ANY ({ids}) ORDER BY id FOR NO KEY UPDATE", cancellationToken);
    }

    protected internal override Task FreezeSheets(IQueryable<Assessment> assessments, CancellationToken cancellationToken) =>
        Sheets.IgnoreQueryFilters().Where(sheet => assessments.Any(assessment => assessment.Id == sheet.AssessmentId))
            .ExecuteUpdateAsync(set => set.SetProperty(sheet => EF.Property<bool>(sheet, Frozen), true), cancellationToken);

    public override async Task<IAsyncDisposable> OpenSnapshot(CancellationToken cancellationToken) =>
        await Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
}
