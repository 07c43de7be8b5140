using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class CycleConfiguration : IEntityTypeConfiguration<Cycle>
{
    public void Configure(EntityTypeBuilder<Cycle> cycle)
    {
        cycle.ToTable("cycles").Audited(c => FormattableString.Invariant($"cycles/{c.Year}"));
        cycle.HasKey(c => c.Id);
        cycle.Property(c => c.Id).ValueGeneratedNever();
        cycle.Property(c => c.Year);
        cycle.Property(c => c.Instrument).HasMaxLength(Lengths.Code);
        cycle.Property(c => c.OpensOn);
        cycle.Property(c => c.ClosesOn);
        cycle.Property(c => c.PlenaryOn).IsConcurrencyToken();
        cycle.Property(c => c.DecidedAt).IsConcurrencyToken();
        cycle.Property(c => c.ClarificationUntil).IsConcurrencyToken();
        cycle.HasOne<PublishedInstrument>().WithMany().HasForeignKey(c => c.Instrument).OnDelete(DeleteBehavior.Restrict);
        cycle.HasIndex(c => c.Year).IsUnique();
    }
}

internal sealed class AssessmentConfiguration : IEntityTypeConfiguration<Assessment>
{
    public void Configure(EntityTypeBuilder<Assessment> assessment)
    {
        assessment.ToTable("assessments").Audited(a => a.Resource);
        assessment.HasKey(a => a.Id);
        assessment.Property(a => a.Id).ValueGeneratedNever();
        assessment.Property(a => a.CycleId);
        assessment.Property(a => a.UnitId);
        assessment.Property(a => a.Year);
        assessment.Property(a => a.Office).HasMaxLength(Lengths.Code);
        assessment.Property(a => a.AssessorId);
        assessment.Property(a => a.Status);
        assessment.Property(a => a.Planned).HasConversion(new JsonText<PlannedSubjects>(StoredJson.Default.PlannedSubjects));
        assessment.Property(a => a.Products).HasConversion(new IdList<ServiceProductId>(), new ReferenceComparer<IReadOnlyList<ServiceProductId>>());
        assessment.Property(a => a.AssessedAt).HasMaxLength(Lengths.Code);
        assessment.Property(a => a.AssessedAtNote).HasMaxLength(PlainText.NoteLength);
        assessment.Property(a => a.NotAssessedNote).HasMaxLength(PlainText.NoteLength);
        assessment.Property(a => a.VerifiedInputs).HasMaxLength(Lengths.Sha256);
        assessment.Property(a => a.Version).IsConcurrencyToken();
        assessment.HasOne<Region>().WithMany().HasForeignKey(a => a.AssessedAt).OnDelete(DeleteBehavior.Restrict);
        assessment.HasOne<Account>().WithMany().HasForeignKey(a => a.AssessorId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasIndex(a => new { a.Office, a.Year });
        assessment.HasOne<Cycle>().WithMany().HasForeignKey(a => a.CycleId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasOne<ServiceUnit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        assessment.HasIndex(a => new { a.CycleId, a.UnitId }).IsUnique();

        assessment.OwnsMany(a => a.Assignments, assignment =>
        {
            assignment.ToTable("assessment_assignments");
            assignment.WithOwner().HasForeignKey("AssessmentId");
            assignment.HasKey("AssessmentId", nameof(Assignment.Technique));
            assignment.Property(a => a.Technique);
            assignment.Property(a => a.AccountId);
            assignment.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}

internal sealed class SheetConfiguration : IEntityTypeConfiguration<SheetRow>
{
    public void Configure(EntityTypeBuilder<SheetRow> sheet)
    {
        sheet.ToTable("sheets").Audited(s => Assessment.ResourceOf(s.AssessmentId));
        sheet.HasKey(s => s.AssessmentId);
        sheet.Property(s => s.AssessmentId).ValueGeneratedNever();
        sheet.Property(s => s.Version).IsConcurrencyToken();
        sheet.Property(s => s.Answers).HasConversion(new SheetAnswersConverter(), new ReferenceComparer<IReadOnlyList<StoredAnswer>>()).NotAudited();
        sheet.Property(s => s.Open).HasConversion(new JsonText<OpenItems?>(StoredJson.Default.OpenItems!), new ReferenceComparer<OpenItems>()).NotAudited();
        sheet.Property(s => s.Seen).HasConversion(new FingerprintsConverter(), new ReferenceComparer<uint[]>()).NotAudited();
        sheet.HasOne<Assessment>().WithOne().HasForeignKey<SheetRow>(s => s.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
