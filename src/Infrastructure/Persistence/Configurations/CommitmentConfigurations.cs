using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class CommitmentConfiguration : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> commitment)
    {
        commitment.ToTable("commitments").Audited(c => $"commitments/{c.Id.Value}");
        commitment.HasKey(c => c.Id);
        commitment.Property(c => c.Id).ValueGeneratedNever();
        commitment.Property(c => c.Office).HasMaxLength(Lengths.Code);
        commitment.Property(c => c.Title).HasMaxLength(PlainText.NoteLength);
        commitment.Property(c => c.ObligatedOffice).HasMaxLength(Lengths.Code);
        commitment.Property(c => c.PersonInCharge).HasMaxLength(PlainText.NameLength);
        commitment.Property(c => c.Recurrence).HasConversion((ValueConverter)new JsonText<Recurrence>(StoredJson.Default.Recurrence), new ReferenceComparer<Recurrence>());
        commitment.Property(c => c.Target).HasConversion((ValueConverter)new JsonText<Target>(StoredJson.Default.Target), new ReferenceComparer<Target>());
        commitment.Property(c => c.Weight).HasConversion(new ScaledIntegerConverter(CommitmentContent.WeightParts));
        commitment.Property(c => c.ScopeItem).HasMaxLength(Lengths.Code);
        commitment.Property(c => c.Indicator).HasMaxLength(Lengths.Code);
        commitment.Property(c => c.Version).IsConcurrencyToken();
        commitment.Ignore(c => c.Obligated);
        commitment.Ignore(c => c.Answers);
        commitment.Ignore(c => c.Content);
        commitment.Ignore(c => c.DeadlinesByDay);
        commitment.HasOne<Agreement>().WithMany().HasForeignKey(c => c.AgreementId).OnDelete(DeleteBehavior.Restrict);
        commitment.HasOne<Institution>().WithMany().HasForeignKey(c => c.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        commitment.HasOne<ServiceUnit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        commitment.HasOne<Account>().WithMany().HasForeignKey(c => c.MadeBy).OnDelete(DeleteBehavior.Restrict);
        commitment.HasMany(c => c.Deadlines).WithOne().HasForeignKey(d => d.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        commitment.HasMany(c => c.Reports).WithOne().HasForeignKey(r => r.CommitmentId).OnDelete(DeleteBehavior.Cascade);
        commitment.HasIndex(c => new { c.AgreementId, c.Id });
        commitment.HasIndex(c => new { c.InstitutionId, c.Indicator });
    }
}

/// <summary>
/// The follow-up list reads these indexes in the order in which it shows the rows: all rows or those of one status, for the whole country, an office, an
/// institution or an agreement.
/// </summary>
internal sealed class CommitmentDeadlineConfiguration : IEntityTypeConfiguration<CommitmentDeadline>
{
    public void Configure(EntityTypeBuilder<CommitmentDeadline> deadline)
    {
        deadline.ToTable("commitment_deadlines").Audited(d => $"commitments/{d.CommitmentId.Value}");
        deadline.HasKey(d => d.Id);
        deadline.Property(d => d.Id).ValueGeneratedNever();
        deadline.Property(d => d.Office).HasMaxLength(Lengths.Code);
        deadline.Property(d => d.RejectionReason).HasMaxLength(PlainText.NoteLength);
        deadline.Property(d => d.ClosingNote).HasMaxLength(PlainText.NoteLength);
        deadline.Property(d => d.ClosingProof).HasMaxLength(PlainText.NoteLength);
        deadline.Ignore(d => d.ReportedOn);
        deadline.HasOne<Agreement>().WithMany().HasForeignKey(d => d.AgreementId).OnDelete(DeleteBehavior.Restrict);
        deadline.HasOne<Institution>().WithMany().HasForeignKey(d => d.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        deadline.HasOne<Account>().WithMany().HasForeignKey(d => d.ClosedBy).OnDelete(DeleteBehavior.Restrict);
        deadline.HasIndex(d => new { d.CommitmentId, d.DueOn }).IsUnique();
        deadline.HasIndex(d => new { d.DueOn, d.Id });
        deadline.HasIndex(d => new { d.Status, d.DueOn, d.Id });
        deadline.HasIndex(d => new { d.Office, d.DueOn, d.Id });
        deadline.HasIndex(d => new { d.Office, d.Status, d.DueOn, d.Id });
        deadline.HasIndex(d => new { d.InstitutionId, d.DueOn, d.Id });
        deadline.HasIndex(d => new { d.InstitutionId, d.Status, d.DueOn, d.Id });
        deadline.HasIndex(d => new { d.AgreementId, d.DueOn, d.Id });
        deadline.HasIndex(d => new { d.AgreementId, d.Status, d.DueOn, d.Id });
    }
}

internal sealed class ProgressReportConfiguration : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> report)
    {
        report.ToTable("progress_reports").Audited(r => $"commitments/{r.CommitmentId.Value}");
        report.HasKey(r => r.Id);
        report.Property(r => r.Id).ValueGeneratedNever();
        report.Property(r => r.On);
        report.Property(r => r.Value).HasConversion(new ScaledIntegerConverter(Target.FigureParts));
        report.Property(r => r.Text).HasMaxLength(PlainText.NoteLength);
        report.Property(r => r.Proof).HasMaxLength(PlainText.NoteLength);
        report.Ignore(r => r.HasProof);
        report.HasOne<CommitmentDeadline>().WithMany().HasForeignKey(r => r.DeadlineId).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<AgreementDocument>().WithMany().HasForeignKey(r => r.Document).OnDelete(DeleteBehavior.Restrict);
        report.HasOne<Account>().WithMany().HasForeignKey(r => r.By).OnDelete(DeleteBehavior.Restrict);
        report.HasIndex(r => new { r.CommitmentId, r.Id });
    }
}

internal sealed class WorkPlanConfiguration : IEntityTypeConfiguration<WorkPlan>
{
    public void Configure(EntityTypeBuilder<WorkPlan> plan)
    {
        plan.ToTable("work_plans").Audited(p => $"agreements/{p.AgreementId.Value}");
        plan.HasKey(p => new { p.AgreementId, p.Year });
        plan.Property(p => p.Summary).HasMaxLength(PlainText.NoteLength);
        plan.Property(p => p.Version).IsConcurrencyToken();
        plan.HasOne<Agreement>().WithMany().HasForeignKey(p => p.AgreementId).OnDelete(DeleteBehavior.Restrict);
        plan.HasOne<Account>().WithMany().HasForeignKey(p => p.WrittenBy).OnDelete(DeleteBehavior.Restrict);
    }
}
