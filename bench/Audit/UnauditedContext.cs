using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Bench.Audit;

/// <summary>PostgreSQL's context without the audit, to measure what the audit costs.</summary>
internal sealed class UnauditedContext(DbContextOptions<UnauditedContext> options) : ComplianceDbContext(options)
{
    protected override bool IsAudited => false;

    public override Task<IAsyncDisposable> OpenSnapshot(CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task LockCycle(CycleId cycle, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task LockInstitutions(IReadOnlyCollection<InstitutionId> institutions, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override Task FreezeSheets(IQueryable<Assessment> assessments, CancellationToken cancellationToken) => throw new NotSupportedException();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
