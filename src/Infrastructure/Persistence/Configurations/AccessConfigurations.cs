using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class AccountConfiguration : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("accounts").Audited(a => $"accounts/{a.Id.Value}", subject: a => a.Id.Value.ToString());
        account.HasKey(a => a.Id);
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.Email).HasMaxLength(PlainText.NameLength).Personal();
        account.Property(a => a.EmailKey).HasMaxLength(PlainText.NameLength).Personal();
        account.Property(a => a.Name).HasMaxLength(PlainText.NameLength).Personal();
        account.Property(a => a.Issuer).HasMaxLength(PlainText.NameLength);
        account.Property(a => a.Subject).HasMaxLength(PlainText.NameLength).Personal();
        account.Property(a => a.IsDemo);
        account.Property(a => a.Status);
        account.Property(a => a.Grants).HasConversion(
            new JsonText<IReadOnlyList<Grant>>(GrantJson.Default.IReadOnlyListGrant), new ReferenceComparer<IReadOnlyList<Grant>>());
        account.Property(a => a.CreatedAt);
        account.Property(a => a.Version).IsConcurrencyToken();
        account.HasIndex(a => a.EmailKey).IsUnique();
        account.HasIndex(a => new { a.Issuer, a.Subject }).IsUnique();
    }
}

internal sealed class CredentialConfiguration : IEntityTypeConfiguration<Credential>
{
    public void Configure(EntityTypeBuilder<Credential> credential)
    {
        credential.ToTable("credentials").Audited(c => $"accounts/{c.Id}");
        credential.HasKey(c => c.Id);
        credential.Property(c => c.Id).ValueGeneratedNever();
        credential.Property(c => c.UserName).HasMaxLength(PlainText.NameLength);
        credential.Property(c => c.NormalizedUserName).HasMaxLength(PlainText.NameLength);
        credential.Property(c => c.PasswordHash).Secret();
        credential.Property(c => c.SecurityStamp).Secret();
        credential.Property(c => c.OtpSecret).Secret();
        credential.Property(c => c.ConcurrencyStamp).IsConcurrencyToken().Secret();
        credential.Property(c => c.InvitationHash).HasMaxLength(Lengths.Sha256).Secret();
        credential.HasIndex(c => c.NormalizedUserName).IsUnique();

        // The e-mail address is stored in the account only, and telephone numbers are not used.
        credential.Ignore(c => c.Email).Ignore(c => c.NormalizedEmail).Ignore(c => c.EmailConfirmed);
        credential.Ignore(c => c.PhoneNumber).Ignore(c => c.PhoneNumberConfirmed);
    }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions").Audited(s => $"accounts/{s.AccountId.Value}", subject: s => s.AccountId.Value.ToString());
        session.HasKey(s => s.Id);
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.RefreshHash).HasMaxLength(Lengths.Sha256).IsConcurrencyToken().Secret();
        session.Property(s => s.Address).HasMaxLength(PlainText.NameLength).Personal();
        session.Property(s => s.Device).HasMaxLength(PlainText.NameLength).Personal();
        session.Property(s => s.CreatedAt);
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        session.HasIndex(s => s.AccountId);
    }
}

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> key)
    {
        key.ToTable("api_keys").Audited(k => $"api-keys/{k.Id.Value}");
        key.HasKey(k => k.Id);
        key.Property(k => k.Id).ValueGeneratedNever();
        key.Property(k => k.Name).HasMaxLength(PlainText.NameLength);
        key.Property(k => k.Scopes).HasConversion(
            new JsonText<IReadOnlyList<Permission>>(StoredJson.Default.IReadOnlyListPermission), new ReferenceComparer<IReadOnlyList<Permission>>());
        key.Property(k => k.Hash).HasMaxLength(Lengths.Sha256).IsConcurrencyToken().Secret();
        key.Property(k => k.PreviousHash).HasMaxLength(Lengths.Sha256).Secret();
        key.Property(k => k.CreatedAt);
    }
}

internal sealed class ProtectionKeyConfiguration : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> key)
    {
        key.ToTable("protection_keys").NotAudited();
        key.HasKey(k => k.Name);
        key.Property(k => k.Name).HasMaxLength(PlainText.NameLength);
        key.Property(k => k.Xml);
    }
}
