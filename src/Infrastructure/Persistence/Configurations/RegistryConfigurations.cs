using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal static class Lengths
{
    public const int Code = PlainText.CodeLength;
    public const int Province = 2;
    public const int Sha256 = Digest.Length;
    public const int Signature = 128;
}

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> region)
    {
        region.ToTable("regions").Audited(_ => "registry");
        region.HasKey(r => r.Code);
        region.Property(r => r.Code).HasMaxLength(Lengths.Code);
        region.Property(r => r.Name).HasMaxLength(PlainText.NameLength);
        region.Property(r => r.Parent).HasMaxLength(Lengths.Code);
        region.Property(r => r.Level);
        region.HasIndex(r => r.Parent);
    }
}

internal sealed class InstitutionConfiguration : IEntityTypeConfiguration<Institution>
{
    public void Configure(EntityTypeBuilder<Institution> institution)
    {
        institution.ToTable("institutions").Audited(_ => "registry");
        institution.HasKey(i => i.Id);
        institution.Property(i => i.Id).ValueGeneratedNever();
        institution.Property(i => i.Code).HasMaxLength(Lengths.Code);
        institution.Property(i => i.Name).HasMaxLength(PlainText.NameLength);
        institution.Property(i => i.Kind);
        institution.Property(i => i.Province).HasMaxLength(Lengths.Province);
        institution.Property(i => i.Parent).HasMaxLength(Lengths.Code);
        institution.Property(i => i.Key).HasMaxLength(PlainText.NameLength);
        institution.HasIndex(i => i.Code).IsUnique();
        institution.HasIndex(i => i.Key).IsUnique();
        institution.HasIndex(i => new { i.Kind, i.Province });
    }
}

internal sealed class ServiceUnitConfiguration : IEntityTypeConfiguration<ServiceUnit>
{
    public void Configure(EntityTypeBuilder<ServiceUnit> unit)
    {
        unit.ToTable("service_units").Audited(u => $"institutions/{u.InstitutionId.Value}");
        unit.HasKey(u => u.Id);
        unit.Property(u => u.Id).ValueGeneratedNever();
        unit.Property(u => u.Name).HasMaxLength(PlainText.NameLength);
        unit.Property(u => u.Key).HasMaxLength(PlainText.NameLength);
        unit.HasOne<Institution>().WithMany().HasForeignKey(u => u.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        unit.HasIndex(u => new { u.InstitutionId, u.Key }).IsUnique();

        unit.OwnsMany(u => u.Products, product =>
        {
            product.ToTable("service_products");
            product.WithOwner().HasForeignKey("ServiceUnitId");
            product.HasKey(p => p.Id);
            product.Property(p => p.Id).ValueGeneratedNever();
            product.Property(p => p.Name).HasMaxLength(PlainText.NameLength);
        });
    }
}
