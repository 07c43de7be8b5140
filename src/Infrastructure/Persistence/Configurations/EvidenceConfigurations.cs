using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class EvidencePieceConfiguration : IEntityTypeConfiguration<EvidencePiece>
{
    private const string Piece = "EvidenceId";

    public void Configure(EntityTypeBuilder<EvidencePiece> piece)
    {
        piece.ToTable("evidence").Audited(p => Assessment.ResourceOf(p.AssessmentId));
        piece.HasKey(p => p.Id);
        piece.Property(p => p.Id).ValueGeneratedNever();
        piece.Property(p => p.Sha256).HasMaxLength(Lengths.Sha256);
        piece.Property(p => p.FileName).HasMaxLength(PlainText.NameLength);
        piece.Property(p => p.Link).HasMaxLength(PlainText.NoteLength);
        piece.Property(p => p.Place).HasConversion((ValueConverter)new JsonText<GeoLocation>(StoredJson.Default.GeoLocation), new ReferenceComparer<GeoLocation>());
        piece.Property(p => p.Note).HasMaxLength(PlainText.NoteLength);
        piece.Property(p => p.VerdictReason).HasMaxLength(PlainText.NoteLength);
        piece.Property(p => p.WithdrawalReason).HasMaxLength(PlainText.NoteLength);
        piece.Property(p => p.Version).IsConcurrencyToken();
        piece.HasOne<Assessment>().WithMany().HasForeignKey(p => p.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        piece.HasOne<EvidenceBlob>().WithMany().HasForeignKey(p => p.Sha256).OnDelete(DeleteBehavior.Restrict);
        piece.HasOne<Account>().WithMany().HasForeignKey(p => p.UploaderId).OnDelete(DeleteBehavior.Restrict);
        piece.HasOne<EvidencePiece>().WithMany().HasForeignKey(p => p.Replaces).OnDelete(DeleteBehavior.Restrict);
        piece.HasIndex(p => p.Replaces).IsUnique();
        piece.HasIndex(p => new { p.AssessmentId, p.ReceivedAt });
        piece.OwnsMany(p => p.Observations, observation =>
        {
            observation.ToTable("evidence_observations");
            observation.WithOwner().HasForeignKey(Piece);
            observation.HasKey(Piece, nameof(Observation.Indicator), nameof(Observation.Subject));
            observation.Property(o => o.Indicator).HasMaxLength(PlainText.NameLength);
            observation.Property(o => o.Subject).HasMaxLength(PlainText.NameLength);
        });
    }
}

internal sealed class EvidenceBlobConfiguration : IEntityTypeConfiguration<EvidenceBlob>
{
    public void Configure(EntityTypeBuilder<EvidenceBlob> blob)
    {
        blob.ToTable("evidence_blobs").Audited(b => b.Resource);
        blob.HasKey(b => b.Sha256);
        blob.Property(b => b.Sha256).HasMaxLength(Lengths.Sha256);
        blob.Property(b => b.Size);
        blob.Property(b => b.Kind);
        blob.Property(b => b.ReceivedAt);
        blob.Property(b => b.Scan).IsConcurrencyToken();
        blob.Property(b => b.Threat).HasMaxLength(EvidenceBlob.ThreatLength);
        blob.HasIndex(b => b.Scan);
    }
}

internal sealed class EvidenceUploadConfiguration : IEntityTypeConfiguration<EvidenceUpload>
{
    public void Configure(EntityTypeBuilder<EvidenceUpload> upload)
    {
        upload.ToTable("evidence_uploads").Audited(u => Assessment.ResourceOf(u.AssessmentId));
        upload.HasKey(u => u.Id);
        upload.Property(u => u.Id).ValueGeneratedNever();
        upload.Property(u => u.AssessmentId);
        upload.Property(u => u.FileName).HasMaxLength(PlainText.NameLength);
        upload.Property(u => u.Size);
        upload.Property(u => u.Sha256).HasMaxLength(Lengths.Sha256);
        upload.Property(u => u.UploaderId);
        upload.Property(u => u.BegunAt);
        upload.Property(u => u.ExpiresAt);
        upload.Property(u => u.EvidenceId).IsConcurrencyToken();
        upload.HasOne<Assessment>().WithMany().HasForeignKey(u => u.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        upload.HasOne<Account>().WithMany().HasForeignKey(u => u.UploaderId).OnDelete(DeleteBehavior.Restrict);
        upload.HasIndex(u => u.ExpiresAt);
    }
}
