using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.FollowUp;
using Compliance.Domain.Institutions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class CorrectiveActionConfiguration : IEntityTypeConfiguration<CorrectiveAction>
{
    public void Configure(EntityTypeBuilder<CorrectiveAction> action)
    {
        action.ToTable("corrective_actions");
        action.HasKey(a => a.Id);
        action.Property(a => a.Id).ValueGeneratedNever();
        action.Property(a => a.DocumentNumber).HasMaxLength(PlainText.NameLength);
        action.Property(a => a.Indicator).HasMaxLength(Lengths.Code);
        action.Property(a => a.Title).HasMaxLength(PlainText.NoteLength);
        action.Property(a => a.Report).HasMaxLength(PlainText.NoteLength);
        action.Property(a => a.Proof).HasMaxLength(PlainText.NoteLength);
        action.Property(a => a.RejectionReason).HasMaxLength(PlainText.NoteLength);
        action.Property(a => a.Version).IsConcurrencyToken();
        action.HasOne<Institution>().WithMany().HasForeignKey(a => a.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne<ServiceUnit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne<Account>().WithMany().HasForeignKey(a => a.OpenedBy).OnDelete(DeleteBehavior.Restrict);
        action.HasIndex(a => new { a.InstitutionId, a.DueOn });
    }
}
