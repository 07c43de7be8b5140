using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Clarifications;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class ClarificationConfiguration : IEntityTypeConfiguration<Clarification>
{
    public void Configure(EntityTypeBuilder<Clarification> clarification)
    {
        clarification.ToTable("clarifications").Audited(c => $"clarifications/{c.Id.Value}");
        clarification.HasKey(c => c.Id);
        clarification.Property(c => c.Id).ValueGeneratedNever();
        clarification.Property(c => c.CycleId);
        clarification.Property(c => c.Year);
        clarification.Property(c => c.AssessmentId);
        clarification.Property(c => c.UnitId);
        clarification.Property(c => c.Institution).HasMaxLength(Lengths.Code);
        clarification.Property(c => c.Indicator).HasMaxLength(PlainText.NameLength);
        clarification.Property(c => c.Text).HasMaxLength(PlainText.NoteLength);
        clarification.Property(c => c.Answer).HasMaxLength(PlainText.NoteLength);
        clarification.Property(c => c.AnsweredAt).IsConcurrencyToken();
        clarification.HasOne<Cycle>().WithMany().HasForeignKey(c => c.CycleId).OnDelete(DeleteBehavior.Restrict);
        clarification.HasOne<Assessment>().WithMany().HasForeignKey(c => c.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        clarification.HasOne<ServiceUnit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        clarification.HasOne<Account>().WithMany().HasForeignKey(c => c.WrittenBy).OnDelete(DeleteBehavior.Restrict);
        clarification.HasOne<Account>().WithMany().HasForeignKey(c => c.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        clarification.HasIndex(c => new { c.CycleId, c.Institution });
    }
}
