using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

public sealed class SheetTests
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);

    private static readonly Instrument Instrument = An.InstrumentOf(
        An.Indicator("waiting", optional: false),
        An.Indicator("standard", subject: SubjectKind.Product, expected: 2),
        An.Indicator("facilities", kind: An.Options(3)));

    private static readonly Guid Assessor = new(7, 0, 0, new byte[8]);

    private readonly List<LoggedAnswer> log = [];
    private Sheet sheet = null!;

    [SetUp]
    public void Empty()
    {
        log.Clear();
        sheet = SheetOf(SheetRow.Empty(default));
    }

    [Test]
    public void A_first_answer_is_stored_as_version_1_with_everything_that_was_sent()
    {
        var sent = Sent(Answers.Level("waiting", 3)) with { ObservedAt = Noon.AddDays(-1), Device = "tablet" };

        Put(sent).Should().Equal(new PutItem(sent.Id.ToString(), PutOutcome.Stored, 1, null, null, IsNew: true));

        sheet.Answers.Should().Equal(new StoredAnswer(sent.Id, 1, Noon, Noon.AddDays(-1), "tablet", sent.Answer));
    }

    [Test]
    public void A_changed_answer_counts_its_own_versions()
    {
        Put(Sent(Answers.Level("waiting", 1)), Sent(Answers.Level("standard", 1, "product:1")));

        Put(Sent(Answers.Level("waiting", 2), 1)).Single().Should().Match<PutItem>(item => item.Outcome == PutOutcome.Stored && item.Version == 2);

        sheet.Answers.Select(stored => (stored.Answer.Indicator, stored.Version)).Should().Equal(("waiting", 2), ("standard", 1));
    }

    [Test]
    public void The_same_answer_under_the_same_id_changes_nothing()
    {
        var sent = Sent(Answers.Level("waiting", 3));
        Put(sent);

        Put(sent).Should().Equal(new PutItem(sent.Id.ToString(), PutOutcome.Unchanged, 1, null, null, IsNew: false));

        sheet.Answers.Single().At.Should().Be(Noon);
    }

    [TestCase(null)]
    [TestCase(1)]
    [TestCase(7)]
    public void The_same_answer_from_another_device_changes_nothing_whatever_it_had_seen(int? baseVersion)
    {
        var first = Sent(Answers.Level("waiting", 3));
        Put(first);

        Put(Sent(Answers.Level("waiting", 3), baseVersion)).Single().Outcome.Should().Be(PutOutcome.Unchanged);

        sheet.Answers.Single().Id.Should().Be(first.Id);
    }

    [Test]
    public void A_checklist_ticked_in_another_order_is_the_same_answer()
    {
        Put(Sent(Answers.Checked("facilities", "o1", "o3")));

        Put(Sent(Answers.Checked("facilities", "o3", "o1"), 1)).Single().Outcome.Should().Be(PutOutcome.Unchanged);
    }

    [Test]
    public void An_answer_to_an_outdated_version_is_a_conflict_that_names_what_stands()
    {
        var first = Sent(Answers.Level("waiting", 1));
        var late = Sent(Answers.Level("waiting", 4));
        Put(first);

        var item = Put(late).Single();

        item.Outcome.Should().Be(PutOutcome.Conflict);
        item.Version.Should().Be(1);
        item.Fault.Should().Be(SheetErrors.Outdated(1).At("/baseVersion"));
        item.Fault!.Error.Refusal.Should().Be(Refusal.ConflictsWithState);
        item.Standing!.Answer.Should().Be(first.Answer);
        sheet.Answers.Single().Id.Should().Be(first.Id);
    }

    [Test]
    public void An_answer_in_conflict_is_kept_with_everything_until_somebody_decides()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        var late = Sent(Answers.Level("waiting", 4)) with { ObservedAt = Noon.AddDays(-2), Device = "phone" };

        Put(late);

        sheet.Conflicts.Should().Equal(new OpenConflict(late, 1, Noon, Assessor));
    }

    [Test]
    public void An_answer_in_conflict_that_comes_again_is_the_same_conflict_whatever_base_it_names()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        var late = Sent(Answers.Level("waiting", 4));
        Put(late);

        Put(late with { BaseVersion = 1 }).Should().Equal(new PutItem(
            late.Id.ToString(), PutOutcome.Conflict, 1, SheetErrors.Outdated(1).At("/baseVersion"), sheet.Find(0), IsNew: false));

        sheet.Conflicts.Should().ContainSingle();
    }

    [Test]
    public void Another_answer_on_the_version_that_stands_leaves_the_conflict_open()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        Put(Sent(Answers.Level("waiting", 4)));

        Put(Sent(Answers.Level("waiting", 2), 1)).Single().Outcome.Should().Be(PutOutcome.Stored);

        sheet.Conflicts.Should().ContainSingle();
    }

    [Test]
    public void A_conflict_settled_for_the_sent_answer_makes_it_stand_on_whatever_stood()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        var late = Sent(Answers.Level("waiting", 4));
        Put(late);
        Put(Sent(Answers.Level("waiting", 2), 1));

        var (logged, standing) = Settle(late, KeptAnswer.Sent);

        logged.Should().Be(new LoggedAnswer(late, PutOutcome.Stored, 3, null, null));
        standing.Should().Be(new StoredAnswer(late.Id, 3, Noon, null, null, late.Answer));
        sheet.Find(0).Should().Be(standing);
        sheet.Conflicts.Should().BeEmpty();
        Put(late).Single().Outcome.Should().Be(PutOutcome.Unchanged);
    }

    [Test]
    public void A_conflict_settled_for_the_standing_answer_changes_nothing_and_never_opens_again()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        var late = Sent(Answers.Level("waiting", 4));
        Put(late);

        Settle(late, KeptAnswer.Standing).Log.Should().Be(new LoggedAnswer(late, PutOutcome.Unchanged, 1, null, null));

        var again = Put(late).Single();
        again.Outcome.Should().Be(PutOutcome.Conflict);
        again.Fault.Should().Be(SheetErrors.Settled(1).At("/baseVersion"));
        again.IsNew.Should().BeFalse();
        sheet.Conflicts.Should().BeEmpty();
        sheet.Find(0)!.Answer.Level.Should().Be(1);
    }

    [Test]
    public void A_conflict_is_settled_once()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        var late = Sent(Answers.Level("waiting", 4));
        Put(late);
        Settle(late, KeptAnswer.Standing);

        var act = () => Settle(late, KeptAnswer.Sent);

        act.Should().Break(SheetErrors.NoSuchConflict);
    }

    [Test]
    public void An_id_in_conflict_is_taken()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        var late = Sent(Answers.Level("waiting", 4));
        Put(late);

        Put(late with { BaseVersion = 1, Answer = Answers.Level("waiting", 3) }).Single().Fault.Should().Be(SheetErrors.IdTaken.At("/id"));
    }

    [Test]
    public void What_is_refused_is_kept_once_with_what_is_wrong_in_it()
    {
        var wrong = Sent(Answers.Level("waiting", 9));

        Put(wrong).Single().IsNew.Should().BeTrue();
        Put(wrong).Single().Should().Match<PutItem>(item => item.Outcome == PutOutcome.Rejected && !item.IsNew);

        var kept = sheet.Refused.Should().ContainSingle().Subject;
        (kept.Id, kept.Code, kept.Pointer, kept.ReceivedAt, kept.By)
            .Should().Be((wrong.Id.ToString(), "levelOutOfRange", "/level", Noon, (Guid?)Assessor));
        kept.Item.Should().Be($$"""{"id":"{{wrong.Id}}","indicator":"waiting","level":9,"subject":"unit"}""");
    }

    [Test]
    public void What_cannot_be_read_is_kept_as_it_came()
    {
        var unreadable = new ReceivedItem("tablet-7/1", null, PlainText.Required.At("/id"), """{ "id": "tablet-7/1" }""");

        sheet.Put([unreadable], Open, null, Noon).Should().Equal(
            new PutItem("tablet-7/1", PutOutcome.Rejected, null, PlainText.Required.At("/id"), null, IsNew: true));

        sheet.Refused.Single().Item.Should().Be("""{ "id": "tablet-7/1" }""");
    }

    [Test]
    public void A_repeated_answer_mends_nothing_that_was_refused_under_its_id()
    {
        var right = Sent(Answers.Level("waiting", 1));
        Put(right);
        Put(right with { Answer = Answers.Level("waiting", 9) });

        Put(right);

        sheet.Refused.Should().ContainSingle("what is only repeated says nothing about what was refused");
    }

    [Test]
    public void What_was_mended_or_dismissed_never_waits_again()
    {
        var (wrong, other) = (Sent(Answers.Level("waiting", 9)), Sent(Answers.Level("standard", 9, "product:1")));
        Put(wrong, other);
        Put(wrong with { Answer = Answers.Level("waiting", 3) });
        sheet.Dismiss(sheet.Refused.Single().Key);

        Put(wrong, other).Should().OnlyContain(item => item.Outcome == PutOutcome.Rejected && !item.IsNew);
        sheet.Refused.Should().BeEmpty();

        var row = SheetRow.Empty(default);
        row.Keep(sheet);
        var opened = SheetOf(row);
        opened.Put([ReceivedItem.Of(wrong)], Open, null, Noon);
        opened.NeedsLog.Should().BeTrue("only the log knows");

        opened = SheetOf(row);
        opened.Learn([new(1, log)]);
        opened.Put([ReceivedItem.Of(wrong), ReceivedItem.Of(other)], Open, null, Noon).Should().OnlyContain(item => !item.IsNew);
        opened.Refused.Should().BeEmpty();
        opened.NeedsLog.Should().BeFalse();
    }

    [Test]
    public void An_id_that_said_what_stood_already_means_the_same_when_it_comes_again_later()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        var same = Sent(Answers.Level("waiting", 1));
        Put(same).Single().Should().Match<PutItem>(item => item.Outcome == PutOutcome.Unchanged && item.IsNew);
        Put(Sent(Answers.Level("waiting", 2), 1));

        Put(same).Should().Equal(new PutItem(same.Id.ToString(), PutOutcome.Unchanged, 2, null, null, IsNew: false));

        var row = SheetRow.Empty(default);
        row.Keep(sheet);
        var opened = SheetOf(row);
        opened.HasSeen([ReceivedItem.Of(same)]).Should().BeTrue();
        opened.Learn([new(1, log)]);
        opened.Put([ReceivedItem.Of(same)], Open, null, Noon).Single().Outcome.Should().Be(PutOutcome.Unchanged);
    }

    [Test]
    public void The_newest_attempt_under_an_id_is_the_one_to_mend()
    {
        var wrong = Sent(Answers.Level("waiting", 9));
        Put(wrong);

        Put(wrong with { Answer = Answers.Level("waiting", 8) });

        sheet.Refused.Should().ContainSingle().Which.Item.Should().Contain("\"level\":8");
    }

    [Test]
    public void A_right_answer_under_the_same_id_mends_what_was_refused()
    {
        var wrong = Sent(Answers.Level("waiting", 9));
        Put(wrong);

        Put(wrong with { Answer = Answers.Level("waiting", 4) });

        sheet.Refused.Should().BeEmpty();
    }

    [Test]
    public void An_item_is_mended_by_what_it_should_have_been_under_any_id()
    {
        Put(Sent(Answers.Level("waiting", 9)));
        var key = sheet.Refused.Single().Key;

        Mend(key, Sent(Answers.Level("waiting", 8))).Outcome.Should().Be(PutOutcome.Rejected);
        sheet.Refused.Should().HaveCount(2);
        Mend(key, Sent(Answers.Level("waiting", 3))).Outcome.Should().Be(PutOutcome.Stored);

        sheet.Refused.Should().ContainSingle().Which.Key.Should().NotBe(key);
        var act = () => Mend(key, Sent(Answers.Level("waiting", 3)));
        act.Should().Break(SheetErrors.NoSuchRefusedItem);
    }

    [Test]
    public void What_only_repeats_an_answer_mends_by_its_key_and_that_is_new()
    {
        var stored = Sent(Answers.Level("waiting", 3));
        Put(stored, Sent(Answers.Level("standard", 9, "product:1")));

        Mend(sheet.Refused.Single().Key, stored).Should().Match<PutItem>(item => item.Outcome == PutOutcome.Unchanged && item.IsNew);

        sheet.Refused.Should().BeEmpty();
    }

    [Test]
    public void A_refused_item_is_dismissed_once()
    {
        Put(Sent(Answers.Level("waiting", 9)));
        var item = sheet.Refused.Single();

        sheet.Dismiss(item.Key).Should().Be(item);

        sheet.Refused.Should().BeEmpty();
        var act = () => sheet.Dismiss(item.Key);
        act.Should().Break(SheetErrors.NoSuchRefusedItem);
    }

    [Test]
    public void A_whole_batch_of_10000_wrong_answers_is_kept_and_more_than_there_is_room_for_is_refused_aloud()
    {
        SentAnswer[] Wrong() => [.. Enumerable.Range(0, 10_000).Select(_ => Sent(Answers.Level("waiting", 9)))];
        Put(Wrong());
        Put(Wrong());

        var act = () => Put(Sent(Answers.Level("waiting", 9)));

        act.Should().Break(SheetErrors.TooManyRefused);
        sheet.Refused.Should().HaveCount(Sheet.MostRefused);
    }

    [Test]
    public void A_closed_gate_refuses_what_would_change_something_and_nothing_else()
    {
        var first = Sent(Answers.Level("waiting", 1));
        Put(first);

        sheet.Put([ReceivedItem.Of(first)], Shut, null, Noon).Single().Outcome.Should().Be(PutOutcome.Unchanged);
        sheet.Put([ReceivedItem.Of(Sent(Answers.Level("waiting", 2), 1))], Shut, null, Noon).Single().Fault
            .Should().Be(AssessmentErrors.ReasonNeeded.At(""));
        sheet.Put([ReceivedItem.Of(Sent(Answers.Level("waiting", 2)))], Shut, null, Noon).Single().Fault
            .Should().Be(AssessmentErrors.ReasonNeeded.At(""));

        sheet.Find(0)!.Version.Should().Be(1);
        sheet.Refused.Should().HaveCount(2);
    }

    [TestCase(1, 0)]
    [TestCase(2, 0)]
    public void A_version_that_nobody_can_have_seen_is_rejected(int baseVersion, int standing) =>
        Put(Sent(Answers.Level("waiting", 1), baseVersion)).Single().Fault
            .Should().Be(SheetErrors.BaseVersionAhead(standing).At("/baseVersion"));

    // Sent as null or as 0, the client has seen no answer.
    [Test]
    public void A_base_of_0_is_no_base() => Put(Sent(Answers.Level("waiting", 1), 0)).Single().Outcome.Should().Be(PutOutcome.Stored);

    [Test]
    public void An_id_that_stands_for_an_answer_is_refused_for_another()
    {
        var sent = Sent(Answers.Level("waiting", 1));
        Put(sent);

        Put(sent with { BaseVersion = 1, Answer = Answers.Level("waiting", 2) }).Single().Fault.Should().Be(SheetErrors.IdTaken.At("/id"));
        Put(sent with { Answer = Answers.Level("standard", 1, "product:1") }).Single().Fault.Should().Be(SheetErrors.IdTaken.At("/id"));
    }

    [Test]
    public void An_id_keeps_its_meaning_when_its_answer_no_longer_stands()
    {
        var first = Sent(Answers.Level("waiting", 1));
        Put(first);
        Put(Sent(Answers.Level("waiting", 2), 1));

        Put(first).Should().Equal(new PutItem(first.Id.ToString(), PutOutcome.Unchanged, 2, null, null, IsNew: false));
        Put(first with { Answer = Answers.Level("waiting", 3), BaseVersion = 2 }).Single().Fault!.Error.Should().Be(SheetErrors.IdTaken);
    }

    [Test]
    public void An_id_that_was_refused_is_free()
    {
        var refused = Sent(Answers.Level("waiting", 9));
        Put(refused);

        Put(refused with { Answer = Answers.Level("waiting", 4) }).Single().Outcome.Should().Be(PutOutcome.Stored);
    }

    [Test]
    public void Two_answers_to_one_question_in_one_batch_are_both_rejected()
    {
        var items = Put(
            Sent(Answers.Level("standard", 1, "product:1")),
            Sent(Answers.Level("standard", 1, "product:2")),
            Sent(Answers.Level("standard", 2, "product:1")));

        items.Select(item => item.Outcome).Should().Equal(PutOutcome.Rejected, PutOutcome.Stored, PutOutcome.Rejected);
        items[0].Fault.Should().Be(AnswerErrors.DuplicateAnswer.At(""));
    }

    /// <summary>A device that never heard that its answer arrived sends it again, together with what it changed since.</summary>
    [Test]
    public void An_answer_that_comes_again_does_not_block_its_own_later_change()
    {
        var first = Sent(Answers.Level("waiting", 1));
        Put(first);

        Put(first, Sent(Answers.Level("waiting", 2), 1)).Select(item => (item.Outcome, item.Version))
            .Should().Equal((PutOutcome.Unchanged, 1), (PutOutcome.Stored, 2));
    }

    [Test]
    public void One_answer_twice_in_one_batch_is_stored_once()
    {
        var sent = Sent(Answers.Level("waiting", 1));

        Put(sent, sent).Select(item => item.Outcome).Should().Equal(PutOutcome.Stored, PutOutcome.Unchanged);
    }

    [Test]
    public void One_id_for_two_questions_in_one_batch_keeps_the_first()
    {
        var sent = Sent(Answers.Level("waiting", 1));

        Put(sent, sent with { Answer = Answers.Level("standard", 1, "product:1") }).Select(item => item.Outcome)
            .Should().Equal(PutOutcome.Stored, PutOutcome.Rejected);
    }

    [Test]
    public void A_wrong_answer_never_blocks_another()
    {
        var items = Put(
            Sent(Answers.Level("nothing", 1)),
            Sent(Answers.Level("waiting", 5)),
            Sent(Answers.NotApplicable("waiting")),
            Sent(Answers.Level("standard", 1, "product:3")),
            Sent(Answers.Level("standard", 1, "product:02")),
            Sent(Answers.Level("standard", 4, "product:2")));

        items.Select(item => item.Fault?.Pointer).Should().Equal("/indicator", "/level", "/notApplicable", "/subject", "/subject", null);
        items[^1].Outcome.Should().Be(PutOutcome.Stored);
        sheet.Answers.Should().ContainSingle();
    }

    [Test]
    public void Each_kind_of_mistake_points_into_its_answer()
    {
        Put(Sent(Answers.Level("waiting", 5))).Single().Fault!.Pointer.Should().Be("/level");
        Put(Sent(Answers.NotApplicable("waiting"))).Single().Fault!.Pointer.Should().Be("/notApplicable");
        Put(Sent(Answers.Checked("facilities", "o1", "o9"))).Single().Fault!.Pointer.Should().Be("/checked/1");
    }

    [Test]
    public void Answers_stand_in_the_order_of_the_instrument()
    {
        Put(Sent(Answers.Checked("facilities")));
        Put(Sent(Answers.Level("standard", 1, "product:2")));
        Put(Sent(Answers.Level("standard", 1, "product:1")));
        Put(Sent(Answers.Level("waiting", 1)));

        sheet.Answers.Select(stored => $"{stored.Answer.Indicator} {stored.Answer.Subject}")
            .Should().Equal("waiting unit", "standard product:1", "standard product:2", "facilities unit");
    }

    [Test]
    public void What_stands_is_what_is_scored()
    {
        Put([.. Answers.Everywhere(Instrument, Answers.Worst).Select(answer => Sent(answer))]);
        Put([.. Answers.Everywhere(Instrument, Answers.Best).Select(answer => Sent(answer, 1))]);

        ScoreCalculator.Score(sheet.ToScoreSheet()).Outcome!.Value.Score.Should().Be(Score.Of(100m));
    }

    [Test]
    public void An_empty_batch_is_no_batch() => Put().Should().BeEmpty();

    [Test]
    public void A_kept_sheet_opens_as_it_was_and_asks_its_log_about_ids_that_it_saw()
    {
        var (first, lost, settled) = (Sent(Answers.Level("waiting", 1)), Sent(Answers.Level("waiting", 3)), Sent(Answers.Level("waiting", 4)));
        Put(first);
        Put(Sent(Answers.Level("waiting", 2), 1));
        Put(lost, settled);
        Put(lost);
        Put(settled);
        Settle(settled, KeptAnswer.Standing);
        Put(Sent(Answers.Level("waiting", 9)));
        var row = SheetRow.Empty(AssessmentId.From(Guid.CreateVersion7(Noon)));

        row.Keep(sheet);
        var opened = SheetOf(row);

        row.Version.Should().Be(1);
        opened.Answers.Should().Equal(sheet.Answers);
        opened.Conflicts.Should().Equal(sheet.Conflicts);
        opened.Refused.Should().Equal(sheet.Refused);
        opened.Find(0)!.Version.Should().Be(2);
        opened.Find(1).Should().BeNull();
        opened.HasSeen([ReceivedItem.Of(Sent(Answers.Level("waiting", 1)))]).Should().BeFalse("a new id was never seen");
        opened.HasSeen([ReceivedItem.Of(lost)]).Should().BeFalse("what is open is known");
        opened.HasSeen([ReceivedItem.Of(first)]).Should().BeTrue();
        opened.HasSeen([ReceivedItem.Of(settled)]).Should().BeTrue();

        opened.Learn([new(1, log)]);

        opened.HasSeen([ReceivedItem.Of(first), ReceivedItem.Of(settled)]).Should().BeFalse();
        opened.Put([ReceivedItem.Of(first)], Open, null, Noon).Single().Outcome.Should().Be(PutOutcome.Unchanged);
        opened.Put([ReceivedItem.Of(settled)], Open, null, Noon).Single().Fault!.Error.Code.Should().Be("conflictSettled");
    }

    [Test]
    public void A_sheet_with_nothing_open_keeps_nothing_open()
    {
        var row = SheetRow.Empty(default);
        Put(Sent(Answers.Level("waiting", 1)));

        row.Keep(sheet);

        row.Open.Should().BeNull();
    }

    [Test]
    public void A_row_counts_the_batches_that_changed_it()
    {
        var row = SheetRow.Empty(AssessmentId.From(Guid.CreateVersion7(Noon)));

        row.Version.Should().Be(0);
        SheetOf(row).Answers.Should().BeEmpty();
        row.Keep(sheet);
        row.Keep(sheet);

        row.Version.Should().Be(2);
    }

    private static Sheet SheetOf(SheetRow row) => row.ToSheet(Instrument, PlannedSubjects.Of(Instrument));

    private static Fault? Open(Answer answer) => null;

    private static Fault? Shut(Answer answer) => AssessmentErrors.ReasonNeeded.At("");

    private IReadOnlyList<PutItem> Put(params SentAnswer[] batch)
    {
        var items = sheet.Put([.. batch.Select(ReceivedItem.Of)], Open, Assessor, Noon);
        log.AddRange(batch.Zip(items).Where(pair => pair.Second.IsNew)
            .Select(pair => new LoggedAnswer(pair.First, pair.Second.Outcome, pair.Second.Version, pair.Second.Fault?.Error.Code, null)));

        return items;
    }

    private (LoggedAnswer Log, StoredAnswer Standing) Settle(SentAnswer conflict, KeptAnswer keep)
    {
        var settled = sheet.Settle(conflict.Id, keep, Noon);
        log.Add(settled.Log);

        return settled;
    }

    private PutItem Mend(string key, SentAnswer mended) => sheet.Mend(key, ReceivedItem.Of(mended), Open, Assessor, Noon);

    private static SentAnswer Sent(Answer answer, int? baseVersion = null) => new(Guid.CreateVersion7(Noon), baseVersion, null, null, answer);
}
