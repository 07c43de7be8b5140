using Compliance.Application.Common;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> record)
    {
        record.ToTable("repeatable_answers").NotAudited();
        record.HasKey(r => r.Key);
        record.Property(r => r.Key).HasMaxLength(IdempotencyRecord.KeyLength);
        record.Property(r => r.ContentSha256).HasMaxLength(Lengths.Sha256);
        record.Property(r => r.Status);
        record.Property(r => r.Location);
        record.Property(r => r.Body);
        record.Property(r => r.At);
        record.Property(r => r.IsProtected);
    }
}
