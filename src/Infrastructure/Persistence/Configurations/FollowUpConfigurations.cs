using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.EvaluationMeetings;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Replies;
using Compliance.Infrastructure.Persistence.Auditing;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Configurations;

internal sealed class CorrectiveActionConfiguration : IEntityTypeConfiguration<CorrectiveAction>
{
    public void Configure(EntityTypeBuilder<CorrectiveAction> action)
    {
        action.ToTable("corrective_actions").Audited(a => $"corrective-actions/{a.Id.Value}");
        action.HasKey(a => a.Id);
        action.Property(a => a.Id).ValueGeneratedNever();
        action.Property(a => a.DocumentNumber).HasMaxLength(PlainText.NameLength);
        action.Property(a => a.Indicator).HasMaxLength(Lengths.Code);
        action.Property(a => a.Title).HasMaxLength(PlainText.NoteLength);
        action.Property(a => a.Report).HasMaxLength(PlainText.NoteLength);
        action.Property(a => a.Proof).HasMaxLength(PlainText.NoteLength);
        action.Property(a => a.RejectionReason).HasMaxLength(PlainText.NoteLength);
        action.Property(a => a.Version).IsConcurrencyToken();
        action.HasOne<Institution>().WithMany().HasForeignKey(a => a.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne<ServiceUnit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        action.HasOne<Account>().WithMany().HasForeignKey(a => a.OpenedBy).OnDelete(DeleteBehavior.Restrict);
        action.HasIndex(a => new { a.InstitutionId, a.DueOn });
        action.HasIndex(a => new { a.Status, a.DueOn, a.Id });
        action.HasIndex(a => new { a.DueOn, a.Id });
    }
}

internal sealed class EvaluationMeetingConfiguration : IEntityTypeConfiguration<EvaluationMeeting>
{
    public void Configure(EntityTypeBuilder<EvaluationMeeting> meeting)
    {
        meeting.ToTable("evaluation_meetings").Audited(m => $"evaluation-meetings/{m.Id.Value}");
        meeting.HasKey(m => m.Id);
        meeting.Property(m => m.Id).ValueGeneratedNever();
        meeting.Property(m => m.Place).HasMaxLength(PlainText.NameLength);
        meeting.Property(m => m.Notes).HasMaxLength(PlainText.NoteLength);
        meeting.Property(m => m.Attendees).HasConversion(
            new JsonText<IReadOnlyList<Attendees>>(StoredJson.Default.IReadOnlyListAttendees), new ReferenceComparer<IReadOnlyList<Attendees>>());
        meeting.Property(m => m.Units).HasConversion(new IdList<ServiceUnitId>(), new ReferenceComparer<IReadOnlyList<ServiceUnitId>>());
        meeting.Property(m => m.Themes).HasConversion(
            new JsonText<IReadOnlyList<Theme>>(StoredJson.Default.IReadOnlyListTheme), new ReferenceComparer<IReadOnlyList<Theme>>());
        meeting.Property(m => m.Actions).HasConversion(
            new JsonText<IReadOnlyList<AgreedAction>>(StoredJson.Default.IReadOnlyListAgreedAction), new ReferenceComparer<IReadOnlyList<AgreedAction>>());
        meeting.Property(m => m.Version).IsConcurrencyToken();
        meeting.Ignore(m => m.Content);
        meeting.HasOne<Institution>().WithMany().HasForeignKey(m => m.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<Account>().WithMany().HasForeignKey(m => m.RecordedBy).OnDelete(DeleteBehavior.Restrict);
        meeting.HasIndex(m => new { m.InstitutionId, m.On });
    }
}

internal sealed class InstitutionReplyConfiguration : IEntityTypeConfiguration<InstitutionReply>
{
    private const string Reply = "ReplyId";

    public void Configure(EntityTypeBuilder<InstitutionReply> reply)
    {
        reply.ToTable("institution_replies").Audited(r => $"replies/{r.Id.Value}");
        reply.HasKey(r => r.Id);
        reply.Property(r => r.Id).ValueGeneratedNever();
        reply.Property(r => r.Version).IsConcurrencyToken();
        reply.Ignore(r => r.Draft);
        reply.Ignore(r => r.Accepted);
        reply.HasOne<Institution>().WithMany().HasForeignKey(r => r.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        reply.HasIndex(r => new { r.InstitutionId, r.Year }).IsUnique();
        reply.OwnsMany(r => r.Texts, text =>
        {
            text.ToTable("reply_texts");
            text.WithOwner().HasForeignKey(Reply);
            text.HasKey(Reply, nameof(ReplyText.Number));
            text.Property(t => t.Number).ValueGeneratedNever();
            text.Property(t => t.Text).HasMaxLength(PlainText.NoteLength);
            text.Property(t => t.WrittenBy);
            text.Property(t => t.WrittenAt);
            text.Property(t => t.Reason).HasMaxLength(PlainText.NoteLength);
        });
    }
}
