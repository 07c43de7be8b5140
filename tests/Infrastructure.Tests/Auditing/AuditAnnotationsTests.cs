using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Compliance.Infrastructure.Tests.Auditing;

/// <summary>How the configuration of a table declares its audit.</summary>
public sealed class AuditAnnotationsTests
{
    [Test]
    public void Without_a_declaration_for_every_table_the_program_does_not_start()
    {
        using var db = new ContextWithForgottenTable();

        db.Invoking(each => each.Model).Should().Throw<InvalidOperationException>().WithMessage("The configuration of Forgotten must say either Audited or NotAudited*");
    }

    [Test]
    public void Migrations_and_snapshots_contain_no_declarations()
    {
        using var db = new SqliteComplianceDbContext(new DbContextOptionsBuilder<SqliteComplianceDbContext>().UseSqlite("Data Source=:memory:").Options);

        var model = db.GetService<IDesignTimeModel>().Model;

        model.GetEntityTypes().Should().HaveCountGreaterThan(40);
        model.GetEntityTypes().SelectMany(entity => entity.GetProperties().Cast<IReadOnlyAnnotatable>().Prepend(entity))
            .SelectMany(annotated => annotated.GetAnnotations())
            .Where(annotation => annotation.Name.StartsWith("Audit", StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    private sealed class Forgotten
    {
        public int Id { get; init; }
    }

    private sealed class ContextWithForgottenTable() : ComplianceDbContext(new DbContextOptionsBuilder().UseSqlite("Data Source=:memory:").Options)
    {
        public override Task<IAsyncDisposable> OpenSnapshot(CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task LockCycle(CycleId cycle, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override Task LockInstitutions(IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken) => throw new NotSupportedException();

        protected override Task FreezeSheets(IQueryable<Assessment> assessments, CancellationToken cancellationToken) => throw new NotSupportedException();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Forgotten>();
            base.OnModelCreating(modelBuilder);
        }
    }
}
