using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.PublicReports;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class MonthlyCaseloadConfiguration : IEntityTypeConfiguration<MonthlyCaseload>
{
    public void Configure(EntityTypeBuilder<MonthlyCaseload> caseload)
    {
        caseload.ToTable("public_reports").Audited(c => $"public-reports/{c.InstitutionId.Value}");
        caseload.HasKey(c => new { c.InstitutionId, c.Month });
        // Stored in tenths, as scores are in hundredths: both databases and the audit store integers exactly.
        caseload.Property(c => c.MedianDays).HasConversion(days => (int?)(days * 10), tenths => tenths / 10m);
        caseload.Property(c => c.Version).IsConcurrencyToken();
        caseload.Ignore(c => c.Figures);
        caseload.HasOne<Institution>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        caseload.HasOne<Account>().WithMany().HasForeignKey(c => c.RecordedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
