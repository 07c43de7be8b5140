using Compliance.Domain.Instruments;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class InstrumentConfiguration : IEntityTypeConfiguration<PublishedInstrument>
{
    public void Configure(EntityTypeBuilder<PublishedInstrument> instrument)
    {
        instrument.ToTable("instruments").Audited(i => $"instruments/{i.Code}");
        instrument.HasKey(i => i.Code);
        instrument.Property(i => i.Code).HasMaxLength(Lengths.Code);
        instrument.Property(i => i.Version);
        instrument.Property(i => i.Content);
        instrument.Property(i => i.Sha256).HasMaxLength(Lengths.Sha256);
        instrument.Property(i => i.PublishedAt);
    }
}

internal sealed class LoadedFileConfiguration : IEntityTypeConfiguration<LoadedFile>
{
    public void Configure(EntityTypeBuilder<LoadedFile> file)
    {
        file.ToTable("loaded_files").NotAudited();
        file.HasKey(f => f.Name);
        file.Property(f => f.Name).HasMaxLength(Lengths.Code);
        file.Property(f => f.Sha256).HasMaxLength(Lengths.Sha256);
        file.Property(f => f.LoadedAt);
    }
}
