using Compliance.Application.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class RepeatableAnswerConfiguration : IEntityTypeConfiguration<RepeatableAnswer>
{
    public void Configure(EntityTypeBuilder<RepeatableAnswer> answer)
    {
        answer.ToTable("repeatable_answers");
        answer.HasKey(a => a.Key);
        answer.Property(a => a.Key).HasMaxLength(RepeatableAnswer.KeyLength);
        answer.Property(a => a.ContentSha256).HasMaxLength(Lengths.Sha256);
        answer.Property(a => a.Status);
        answer.Property(a => a.Location);
        answer.Property(a => a.Body);
        answer.Property(a => a.At);
    }
}
