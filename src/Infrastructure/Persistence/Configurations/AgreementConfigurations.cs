using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Evidence;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class AgreementConfiguration : IEntityTypeConfiguration<Agreement>
{
    private const string OwnerId = "AgreementId";
    private const int KeyLength = 4000;

    public void Configure(EntityTypeBuilder<Agreement> agreement)
    {
        agreement.ToTable("agreements").Audited(a => $"agreements/{a.Id.Value}");
        agreement.HasKey(a => a.Id);
        agreement.Property(a => a.Id).ValueGeneratedNever();
        agreement.Property(a => a.Number).HasMaxLength(PlainText.NameLength);
        agreement.Property(a => a.NumberKey).HasMaxLength(PlainText.NameLength);
        agreement.Property(a => a.Title).HasMaxLength(PlainText.NoteLength);
        agreement.Property(a => a.Key).HasMaxLength(KeyLength);
        agreement.Property(a => a.Office).HasMaxLength(Lengths.Code);
        agreement.Property(a => a.PartiesKey).HasMaxLength(KeyLength);
        agreement.Property(a => a.Scope).HasConversion(
            new JsonText<IReadOnlyList<string>>(StoredJson.Default.IReadOnlyListString), new ReferenceComparer<IReadOnlyList<string>>());
        agreement.Property(a => a.Steps).HasConversion(
            new JsonText<IReadOnlyList<FormationStep>>(StoredJson.Default.IReadOnlyListFormationStep), new ReferenceComparer<IReadOnlyList<FormationStep>>());
        agreement.Property(a => a.ScopeNote).HasMaxLength(PlainText.NoteLength);
        agreement.Property(a => a.TerminationReason).HasMaxLength(PlainText.NoteLength);
        agreement.Property(a => a.Version).IsConcurrencyToken();
        agreement.Ignore(a => a.Content);
        agreement.Ignore(a => a.Term);
        agreement.Ignore(a => a.InForce);
        agreement.HasOne<Agreement>().WithMany().HasForeignKey(a => a.Parent).OnDelete(DeleteBehavior.Restrict);
        agreement.HasOne<Agreement>().WithMany().HasForeignKey(a => a.Continues).OnDelete(DeleteBehavior.Restrict);
        agreement.HasOne<Account>().WithMany().HasForeignKey(a => a.RegisteredBy).OnDelete(DeleteBehavior.Restrict);
        agreement.HasIndex(a => a.NumberKey).IsUnique();
        agreement.HasIndex(a => a.EffectiveTo);
        agreement.HasIndex(a => new { a.Kind, a.PartiesKey });
        agreement.OwnsMany(a => a.Parties, Party);
    }

    private static void Party(OwnedNavigationBuilder<Agreement, Party> party)
    {
        party.ToTable("agreement_parties");
        party.WithOwner().HasForeignKey(OwnerId);
        party.Property(p => p.Side).HasMaxLength(Lengths.Code);
        party.HasKey(OwnerId, nameof(Domain.Agreements.Party.Side));
        party.Property(p => p.Office).HasMaxLength(Lengths.Code);
        party.Property(p => p.Role).HasMaxLength(PlainText.NameLength);
        party.Property(p => p.Number).HasMaxLength(PlainText.NameLength);
        party.Property(p => p.NumberKey).HasMaxLength(PlainText.NameLength);
        party.Property(p => p.Signatory).HasConversion((ValueConverter)new JsonText<Signatory>(StoredJson.Default.Signatory), new ReferenceComparer<Signatory>()).Personal();
        party.HasOne<Institution>().WithMany().HasForeignKey(p => p.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        party.HasOne<ServiceUnit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        party.HasIndex(p => new { p.Side, p.NumberKey }).IsUnique();
    }
}

internal sealed class AgreementDocumentConfiguration : IEntityTypeConfiguration<AgreementDocument>
{
    public void Configure(EntityTypeBuilder<AgreementDocument> document)
    {
        document.ToTable("agreement_documents").Audited(d => $"agreements/{d.AgreementId.Value}");
        document.HasKey(d => d.Id);
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.Title).HasMaxLength(PlainText.NameLength);
        document.Property(d => d.Sha256).HasMaxLength(Lengths.Sha256);
        document.Property(d => d.FileName).HasMaxLength(PlainText.NameLength);
        document.Property(d => d.Link).HasMaxLength(PlainText.NoteLength);
        document.Property(d => d.Version).IsConcurrencyToken();
        document.HasOne<Agreement>().WithMany().HasForeignKey(d => d.AgreementId).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<EvidenceBlob>().WithMany().HasForeignKey(d => d.Sha256).OnDelete(DeleteBehavior.Restrict);
        document.HasOne<Account>().WithMany().HasForeignKey(d => d.AddedBy).OnDelete(DeleteBehavior.Restrict);
        document.HasIndex(d => new { d.AgreementId, d.AddedAt });
    }
}
