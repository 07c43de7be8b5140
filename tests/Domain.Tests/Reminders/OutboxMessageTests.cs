using Compliance.Domain.Contacts;
using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;

namespace Compliance.Domain.Tests.Reminders;

public sealed class OutboxMessageTests
{
    private static readonly DateTimeOffset Noon = new(2024, 3, 24, 5, 0, 0, TimeSpan.Zero);
    private static readonly Contact To = new(ContactPost.PersonInCharge, "dpmptsp@inhil.example", Language.Indonesian);

    [Test]
    public void It_is_tried_six_times_with_longer_and_longer_pauses_and_then_given_up()
    {
        var message = Message();
        var now = Noon;
        List<double> pauses = [];

        while (message.State == OutboxState.Waiting)
        {
            message.IsDue(now).Should().BeTrue();
            message.Begin(now);
            message.IsDue(now).Should().BeFalse("nobody tries while it is tried");
            message.Fail("4.3.2 Try again later");
            pauses.Add(message.NextAttemptAt is { } next ? (next - now).TotalMinutes : -1);
            now = message.NextAttemptAt ?? now;
        }

        pauses.Should().Equal(1, 5, 30, 120, 720, -1);
        (message.State, message.Attempts, message.LastError).Should().Be((OutboxState.Failed, 6, "4.3.2 Try again later"));
    }

    [Test]
    public void What_no_attempt_can_mend_is_given_up_at_once()
    {
        var message = Message();
        message.Begin(Noon);
        message.Fail("The address is not valid.", isFinal: true);

        (message.State, message.Attempts, message.NextAttemptAt, message.LastError).Should().Be((OutboxState.Failed, 1, null, "The address is not valid."));
    }

    [Test]
    public void What_a_server_says_is_kept_as_text_that_every_database_stores()
    {
        var message = Message();
        message.Begin(Noon);
        message.Fail($"550\0\u0007\ud800{new string('x', 492)}\U0001f4ee\U0001f4ee");

        message.LastError.Should().Be($"550  \ufffd{new string('x', 492)}\U0001f4ee");
    }

    [Test]
    public void What_was_sent_is_not_tried_again_and_forgets_what_went_wrong_before()
    {
        var message = Message();
        message.Begin(Noon);
        message.Fail(new string('x', 2000));
        message.LastError.Should().HaveLength(OutboxMessage.ErrorLength);
        message.Begin(Noon.AddMinutes(1));
        message.Send(Noon.AddMinutes(1));

        message.IsDue(Noon.AddYears(1)).Should().BeFalse();
        (message.State, message.SentAt, message.LastError).Should().Be((OutboxState.Sent, Noon.AddMinutes(1), null));
    }

    [Test]
    public void An_attempt_that_nobody_lived_to_record_is_made_again()
    {
        var message = Message();
        message.Begin(Noon);

        message.IsDue(Noon.AddSeconds(59)).Should().BeFalse();
        message.IsDue(Noon.AddSeconds(60)).Should().BeTrue();
    }

    [Test]
    public void Where_nothing_sends_it_waits_for_nothing() =>
        (Message(sends: false).State, Message(sends: false).NextAttemptAt).Should().Be((OutboxState.NotSent, null));

    [Test]
    public void A_digest_says_each_matter_once_the_first_due_first_in_the_language_of_its_reader()
    {
        var day = new DateOnly(2024, 3, 24);
        var later = Reminders(new(2024, 3, 31), "Pasang jalur landai", -7, day);
        var late = Reminders(new(2024, 3, 23), "Umumkan tarif", 1, day);

        var (subject, body) = ReminderText.Digest([later, late, late], day, Language.Indonesian);
        subject.Should().Be("Pengingat tindak lanjut 24 Maret 2024: 2 hal");
        body.Split('\n').Where(line => line.StartsWith('-')).Should().Equal(
            "- Tindakan korektif: Umumkan tarif (Kabupaten Indragiri Hilir), 23 Maret 2024, sudah lewat 1 hari.",
            "- Tindakan korektif: Pasang jalur landai (Kabupaten Indragiri Hilir), 31 Maret 2024, 7 hari lagi.");
        ReminderText.Digest([late], day, Language.English).Body.Should().Contain("- Corrective action: Umumkan tarif (Kabupaten Indragiri Hilir), 23 March 2024, 1 day ago.");
    }

    private static OutboxMessage Message(bool sends = true) => OutboxMessage.Digest(To, "institutions/14.04", new(2024, 3, 24), [], sends, Noon);

    private static Reminder Reminders(DateOnly due, string title, int step, DateOnly day)
    {
        var side = new Side("14.04", "14");
        var thing = new Obligation(
            ObligationKind.CorrectiveAction, Guid.Empty, due, title, "Kabupaten Indragiri Hilir", [side], null, IndonesianZone.Wib, ObligationProgress.Open, Noon, 1);

        return Reminder.Create(thing, new(step, ContactPost.PersonInCharge), side, day, Noon);
    }
}
