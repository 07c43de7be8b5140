using Compliance.Domain.Audit;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit_entries").NotAudited();
        entry.HasKey(e => e.Id);
        entry.Property(e => e.Id).ValueGeneratedNever();
        entry.Property(e => e.Resource).HasMaxLength(AuditEntry.ResourceLength);
        entry.Property(e => e.Sequence);
        entry.Property(e => e.At);
        entry.Property(e => e.UseCase).HasMaxLength(AuditEntry.UseCaseLength);
        entry.Property(e => e.Actor).HasMaxLength(AuditEntry.ActorLength);
        entry.Property(e => e.Payload);
        entry.Property(e => e.Hash).HasMaxLength(Lengths.Sha256);
        entry.Property(e => e.Authenticator).HasMaxLength(EntryAuthenticator.Length);
        entry.HasIndex(e => new { e.Resource, e.Sequence }).IsUnique();
        entry.HasIndex(e => e.Actor);
    }
}

internal sealed class AuditChainConfiguration : IEntityTypeConfiguration<AuditChain>
{
    public void Configure(EntityTypeBuilder<AuditChain> chain)
    {
        chain.ToTable("audit_chains").NotAudited();
        chain.HasKey(c => c.Resource);
        chain.Property(c => c.Resource).HasMaxLength(AuditEntry.ResourceLength);
        chain.Property(c => c.Length).IsConcurrencyToken();
        chain.Property(c => c.Head).HasMaxLength(Lengths.Sha256);
        chain.Property(c => c.SealedLength);
    }
}

internal sealed class PersonalDataConfiguration : IEntityTypeConfiguration<PersonalData>
{
    public void Configure(EntityTypeBuilder<PersonalData> data)
    {
        data.ToTable("audit_personal_data").NotAudited();
        data.HasKey(d => new { d.EntryId, d.Subject });
        data.Property(d => d.Subject).HasMaxLength(AuditEntry.ActorLength);
        data.Property(d => d.Salt);
        data.Property(d => d.Content);
        data.HasIndex(d => d.Subject);
    }
}

internal sealed class CheckpointConfiguration : IEntityTypeConfiguration<Checkpoint>
{
    public void Configure(EntityTypeBuilder<Checkpoint> checkpoint)
    {
        checkpoint.ToTable("audit_checkpoints").NotAudited();
        checkpoint.HasKey(c => c.Number);
        checkpoint.Property(c => c.Number).ValueGeneratedNever();
        checkpoint.Property(c => c.At);
        checkpoint.Property(c => c.Previous).HasMaxLength(Lengths.Sha256);
        checkpoint.Property(c => c.Root).HasMaxLength(Lengths.Sha256);
        checkpoint.Property(c => c.Leaves).HasConversion(
            new JsonText<IReadOnlyList<SealedChain>>(StoredJson.Default.IReadOnlyListSealedChain), new ReferenceComparer<IReadOnlyList<SealedChain>>());
        checkpoint.Property(c => c.KeyId).HasMaxLength(Lengths.Sha256);
        checkpoint.Property(c => c.Signature);
        checkpoint.Property(c => c.Hash).HasMaxLength(Lengths.Sha256);
        checkpoint.Property(c => c.AuthenticatedBy).HasMaxLength(PlainText.NameLength);
    }
}
