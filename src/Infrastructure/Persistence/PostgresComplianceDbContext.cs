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
    /// <summary>Whether a decision rests on the answers of a sheet. Marked on the sheet itself, so that a batch on its way waits for the decision, and the other way round.</summary>
    private const string Frozen = "Frozen";

    private const string Lz4 = "lz4";

    /// <summary>Text is compared byte by byte, as SQLite does, whatever the collation of the server.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    /// <summary>What is written with every batch is compressed in a tenth of the time that the server's usual method takes.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<AuditEntry>().Property(entry => entry.Payload).UseCompressionMethod(Lz4);
        modelBuilder.Entity<SheetRow>().Property(sheet => sheet.Answers).UseCompressionMethod(Lz4);
        modelBuilder.Entity<SheetRow>().Property<bool>(Frozen).HasDefaultValue(false).HasColumnName("frozen");
        modelBuilder.Entity<UnitFigures>().Property(figures => figures.Text).UseCompressionMethod(Lz4);
        modelBuilder.Entity<DecidedInstitution>().Property(decided => decided.Text).UseCompressionMethod(Lz4);
    }

    /// <summary>The trigger of those who plan shares this lock (<see cref="AppendOnly"/>).</summary>
    public override Task LockCycle(CycleId cycle, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"SELECT 1 FROM cycles WHERE id = {cycle.Value} FOR UPDATE", cancellationToken);

    /// <summary>In one order, so that two who hold several never wait for each other. Rows that refer to an institution are stored meanwhile.</summary>
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
