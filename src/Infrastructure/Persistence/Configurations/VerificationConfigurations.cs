using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class ReturnConfiguration : IEntityTypeConfiguration<AssessmentReturn>
{
    public void Configure(EntityTypeBuilder<AssessmentReturn> returned)
    {
        returned.ToTable("assessment_returns").Audited(r => Assessment.ResourceOf(r.AssessmentId));
        returned.HasKey(r => r.Id);
        returned.Property(r => r.Id).ValueGeneratedNever();
        returned.Property(r => r.AssessmentId);
        returned.Property(r => r.RaisedAt);
        returned.Property(r => r.RaisedBy);
        returned.HasOne<Assessment>().WithMany().HasForeignKey(r => r.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        returned.HasOne<Account>().WithMany().HasForeignKey(r => r.RaisedBy).OnDelete(DeleteBehavior.Restrict);

        returned.OwnsMany(r => r.Reasons, reason =>
        {
            reason.ToTable("return_reasons");
            reason.WithOwner().HasForeignKey("ReturnId");
            reason.HasKey(r => r.Id);
            reason.Property(r => r.Id).ValueGeneratedNever();
            reason.Property(r => r.Number);
            reason.Property(r => r.Pointer).HasMaxLength(PlainText.NameLength);
            reason.Property(r => r.Text).HasMaxLength(PlainText.NoteLength);
            reason.Property(r => r.Answer).HasMaxLength(PlainText.NoteLength);
            reason.Property(r => r.ClosedAt).IsConcurrencyToken();
            reason.HasOne<Account>().WithMany().HasForeignKey(r => r.ClosedBy).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
