using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> publication)
    {
        publication.ToTable("publications").Audited(p => FormattableString.Invariant($"publications/{p.Number}"));
        publication.HasKey(p => p.Number);
        publication.Property(p => p.Number).ValueGeneratedNever();
        publication.Property(p => p.At);
        publication.Property(p => p.DecisionNumber).HasMaxLength(PlainText.NameLength);
        publication.Property(p => p.DecisionDate);
        publication.Property(p => p.Sha256).HasMaxLength(Lengths.Sha256);
    }
}

internal sealed class ResultConfiguration : IEntityTypeConfiguration<Result>
{
    public void Configure(EntityTypeBuilder<Result> result)
    {
        result.ToTable("results").Audited(r => FormattableString.Invariant($"publications/{r.Publication}"));
        result.HasKey(r => r.Id);
        result.Property(r => r.Id).ValueGeneratedNever();
        result.Property(r => r.Category).HasMaxLength(Lengths.Code);
        result.Property(r => r.Zone).HasMaxLength(Lengths.Code);
        result.Property(r => r.Qualifier).HasMaxLength(Lengths.Code);
        result.Property(r => r.PrintedZone).HasMaxLength(Lengths.Code);
        result.Property(r => r.PrintedCategory).HasMaxLength(Lengths.Code);
        result.Property(r => r.Source).HasMaxLength(PlainText.NoteLength);
        result.Property(r => r.Instrument).HasMaxLength(Lengths.Code);
        result.Property(r => r.Dimensions).HasConversion(
            new JsonText<IReadOnlyList<DimensionPoints>>(StoredJson.Default.IReadOnlyListDimensionPoints),
            new ReferenceComparer<IReadOnlyList<DimensionPoints>>());
        result.Ignore(r => r.Content);
        result.HasOne<Institution>().WithMany().HasForeignKey(r => r.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<ServiceUnit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<PublishedInstrument>().WithMany().HasForeignKey(r => r.Instrument).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<Publication>().WithMany().HasForeignKey(r => r.Publication).OnDelete(DeleteBehavior.Restrict);
        result.HasOne<Result>().WithOne().HasForeignKey<Result>(r => r.Supersedes).OnDelete(DeleteBehavior.Restrict);
        result.HasIndex(r => new { r.SubjectId, r.Year, r.Revision }).IsUnique();
        result.HasIndex(r => new { r.Year, r.UnitId });
        result.HasIndex(r => r.Score);
    }
}
