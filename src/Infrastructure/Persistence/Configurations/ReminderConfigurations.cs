using Compliance.Domain.Access;
using Compliance.Domain.Calendars;
using Compliance.Domain.Common;
using Compliance.Domain.Contacts;
using Compliance.Domain.Reminders;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("reminders").Audited(r => $"reminders/{r.Subject}");
        reminder.HasKey(r => r.Id);
        reminder.Property(r => r.Id).ValueGeneratedNever();
        reminder.Property(r => r.Side).HasMaxLength(PlainText.NameLength);
        reminder.Property(r => r.Institution).HasMaxLength(Lengths.Code);
        reminder.Property(r => r.Office).HasMaxLength(Lengths.Code);
        reminder.Property(r => r.Title).HasMaxLength(PlainText.NoteLength);
        reminder.Ignore(r => r.Key);
        reminder.Ignore(r => r.Words);
        reminder.HasIndex(r => new { r.Kind, r.Subject, r.DueOn, r.Step, r.Audience, r.Side }).IsUnique();
        reminder.HasIndex(r => r.DueOn);
        reminder.HasIndex(r => new { r.Office, r.Id });
        reminder.HasIndex(r => new { r.Institution, r.Id });
    }
}

internal sealed class ReminderReadingConfiguration : IEntityTypeConfiguration<ReminderReadMark>
{
    public void Configure(EntityTypeBuilder<ReminderReadMark> reading)
    {
        // Who has read which reminder is private.
        reading.ToTable("reminder_readings").NotAudited();
        reading.HasKey(r => new { r.AccountId, r.ReminderId });
        reading.Property(r => r.At);
        reading.HasOne<Reminder>().WithMany().HasForeignKey(r => r.ReminderId).OnDelete(DeleteBehavior.Restrict);
        reading.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message)
    {
        // The content is that of reminders, which are audited; the address is deleted with the message and must not remain in the audit.
        message.ToTable("outbox_messages").NotAudited();
        message.HasKey(m => m.Id);
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Property(m => m.Side).HasMaxLength(PlainText.NameLength);
        message.Property(m => m.Address).HasMaxLength(PlainText.NameLength);
        message.Property(m => m.Subject).HasMaxLength(PlainText.NameLength);
        message.Property(m => m.LastError).HasMaxLength(OutboxMessage.ErrorLength);
        message.Property(m => m.Version).IsConcurrencyToken();
        message.HasIndex(m => new { m.Address, m.Day }).IsUnique();
        message.HasIndex(m => m.Day);
        message.HasIndex(m => new { m.State, m.NextAttemptAt });
    }
}

internal sealed class AddressBookConfiguration : IEntityTypeConfiguration<AddressBook>
{
    public void Configure(EntityTypeBuilder<AddressBook> book)
    {
        book.ToTable("address_books").Audited(b => $"contacts/{b.Side}", subject: b => $"contacts/{b.Side}");
        book.HasKey(b => b.Side);
        book.Property(b => b.Side).HasMaxLength(PlainText.NameLength);
        book.Property(b => b.Contacts).HasConversion(
            new JsonText<IReadOnlyList<Contact>>(ContactJson.Default.IReadOnlyListContact), new ReferenceComparer<IReadOnlyList<Contact>>()).Personal();
        book.Property(b => b.Version).IsConcurrencyToken();
    }
}

internal sealed class CalendarFeedConfiguration : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.ToTable("calendar_feeds").Audited(f => $"accounts/{f.AccountId.Value}");
        feed.HasKey(f => f.Id);
        feed.Property(f => f.Id).ValueGeneratedNever();
        feed.Property(f => f.Institution).HasMaxLength(Lengths.Code);
        feed.Property(f => f.Office).HasMaxLength(Lengths.Code);
        feed.Property(f => f.Hash).HasMaxLength(Lengths.Sha256).Secret();
        feed.Property(f => f.CreatedAt);
        feed.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Restrict);
        feed.HasIndex(f => f.Hash).IsUnique();
        feed.HasIndex(f => f.AccountId);
    }
}
