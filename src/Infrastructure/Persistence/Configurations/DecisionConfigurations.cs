using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;
using Compliance.Domain.Results;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> decision)
    {
        decision.ToTable("decisions").Audited(d => FormattableString.Invariant($"cycles/{d.Year}"));
        decision.HasKey(d => d.Id);
        decision.Property(d => d.Id).ValueGeneratedNever();
        decision.Property(d => d.CycleId);
        decision.Property(d => d.Year);
        decision.Property(d => d.Instrument).HasMaxLength(Lengths.Code);
        decision.Property(d => d.Ordinal);
        decision.Property(d => d.Number).HasMaxLength(PlainText.NameLength);
        decision.Property(d => d.Date);
        decision.Property(d => d.At);
        decision.Property(d => d.Reason).HasMaxLength(PlainText.NoteLength);
        decision.Property(d => d.InstrumentSha256).HasMaxLength(Lengths.Sha256);
        decision.Property(d => d.InputsSha256).HasMaxLength(Lengths.Sha256);
        decision.Property(d => d.ResultsSha256).HasMaxLength(Lengths.Sha256);
        decision.Property(d => d.Previous).HasMaxLength(Lengths.Sha256);
        decision.Property(d => d.KeyId).HasMaxLength(Lengths.Code);
        decision.Property(d => d.Signature).HasMaxLength(Lengths.Signature);
        decision.Ignore(d => d.Statement);
        decision.Property(d => d.Coverage).HasConversion(new JsonText<Coverage>(StoredJson.Default.Coverage));
        decision.HasOne<Cycle>().WithMany().HasForeignKey(d => d.CycleId).OnDelete(DeleteBehavior.Restrict);
        decision.HasIndex(d => d.Number).IsUnique();
        decision.HasIndex(d => new { d.CycleId, d.Ordinal }).IsUnique();
    }
}

internal sealed class DecidedInstitutionConfiguration : IEntityTypeConfiguration<DecidedInstitution>
{
    public void Configure(EntityTypeBuilder<DecidedInstitution> decided)
    {
        decided.ToTable("decided_institutions").Audited(d => $"decisions/{d.DecisionId.Value}");
        decided.HasKey(d => new { d.DecisionId, d.InstitutionId });
        decided.Property(d => d.Score);
        decided.Property(d => d.Text).NotAudited();
        decided.Ignore(d => d.Content);
        decided.HasOne<Decision>().WithMany().HasForeignKey(d => d.DecisionId).OnDelete(DeleteBehavior.Restrict);
        decided.HasOne<Institution>().WithMany().HasForeignKey(d => d.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        decided.HasIndex(d => d.InstitutionId);
    }
}

internal sealed class UnitFiguresConfiguration : IEntityTypeConfiguration<UnitFigures>
{
    public void Configure(EntityTypeBuilder<UnitFigures> figures)
    {
        figures.ToTable("unit_figures").Audited(f => Assessment.ResourceOf(f.AssessmentId));
        figures.HasKey(f => new { f.AssessmentId, f.InputsSha256 });
        figures.Property(f => f.InputsSha256).HasMaxLength(Lengths.Sha256);
        figures.Property(f => f.Sha256).HasMaxLength(Lengths.Sha256);
        figures.Property(f => f.Score);
        figures.Property(f => f.Dimensions).HasConversion(
            new JsonText<IReadOnlyList<DimensionPoints>>(StoredJson.Default.IReadOnlyListDimensionPoints),
            new ReferenceComparer<IReadOnlyList<DimensionPoints>>()).NotAudited();
        figures.Property(f => f.Text).NotAudited();
        figures.Ignore(f => f.Indicators);
        figures.Ignore(f => f.Head);
        figures.HasOne<Assessment>().WithMany().HasForeignKey(f => f.AssessmentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectedInputConfiguration : IEntityTypeConfiguration<CorrectedInput>
{
    public void Configure(EntityTypeBuilder<CorrectedInput> corrected)
    {
        corrected.ToTable("corrected_inputs").Audited(c => $"decisions/{c.DecisionId.Value}");
        corrected.HasKey(c => new { c.DecisionId, c.AssessmentId });
        corrected.Property(c => c.InputsSha256).HasMaxLength(Lengths.Sha256);
        corrected.Property(c => c.Input).HasConversion(new UnitInputConverter(), new ReferenceComparer<UnitInput>()).NotAudited();
        corrected.HasOne<Decision>().WithMany().HasForeignKey(c => c.DecisionId).OnDelete(DeleteBehavior.Restrict);
        corrected.HasOne<UnitFigures>().WithMany().HasForeignKey(c => new { c.AssessmentId, c.InputsSha256 }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AnnouncementConfiguration : IEntityTypeConfiguration<Announcement>
{
    public void Configure(EntityTypeBuilder<Announcement> announcement)
    {
        announcement.ToTable("announcements").Audited(a => $"decisions/{a.DecisionId.Value}");
        announcement.HasKey(a => a.DecisionId);
        announcement.Property(a => a.At).IsConcurrencyToken();
        announcement.Property(a => a.Publication).IsConcurrencyToken();
        announcement.HasOne<Decision>().WithOne().HasForeignKey<Announcement>(a => a.DecisionId).OnDelete(DeleteBehavior.Restrict);
        announcement.HasOne<Publication>().WithOne().HasForeignKey<Announcement>(a => a.Publication).OnDelete(DeleteBehavior.Restrict);
    }
}
