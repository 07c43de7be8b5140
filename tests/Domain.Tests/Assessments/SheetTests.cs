using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>What stands on a sheet: versions, ids, batches, and what a row keeps.</summary>
public sealed class SheetTests : SheetFixture
{
    [Test]
    public void A_first_answer_is_stored_as_version_1_with_everything_that_was_sent()
    {
        var sent = Sent(Answers.Level("waiting", 3)) with { ObservedAt = Noon.AddDays(-1), Device = "tablet" };

        Put(sent).Should().Equal(new PutItemResult(sent.Id.ToString(), PutOutcome.Stored, 1, null, null, IsNew: true));

        sheet.Answers.Should().Equal(new StoredAnswer(sent.Id, 1, Noon, Noon.AddDays(-1), "tablet", sent.Answer));
    }

    [Test]
    public void A_changed_answer_counts_its_own_versions()
    {
        Put(Sent(Answers.Level("waiting", 1)), Sent(Answers.Level("standard", 1, "product:1")));

        Put(Sent(Answers.Level("waiting", 2), 1)).Single().Should().Match<PutItemResult>(item => item.Outcome == PutOutcome.Stored && item.Version == 2);

        sheet.Answers.Select(stored => (stored.Answer.Indicator, stored.Version)).Should().Equal(("waiting", 2), ("standard", 1));
    }

    [Test]
    public void The_same_answer_under_the_same_id_changes_nothing()
    {
        var sent = Sent(Answers.Level("waiting", 3));
        Put(sent);

        Put(sent).Should().Equal(new PutItemResult(sent.Id.ToString(), PutOutcome.Unchanged, 1, null, null, IsNew: false));

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

        Put(sent with { BaseVersion = 1, Answer = Answers.Level("waiting", 2) }).Single().Fault.Should().Be(ConcurrencyErrors.IdTaken.At("/id"));
        Put(sent with { Answer = Answers.Level("standard", 1, "product:1") }).Single().Fault.Should().Be(ConcurrencyErrors.IdTaken.At("/id"));
    }

    [Test]
    public void An_id_keeps_its_meaning_when_its_answer_no_longer_stands()
    {
        var first = Sent(Answers.Level("waiting", 1));
        Put(first);
        Put(Sent(Answers.Level("waiting", 2), 1));

        Put(first).Should().Equal(new PutItemResult(first.Id.ToString(), PutOutcome.Unchanged, 2, null, null, IsNew: false));
        Put(first with { Answer = Answers.Level("waiting", 3), BaseVersion = 2 }).Single().Fault!.Error.Should().Be(ConcurrencyErrors.IdTaken);
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
        Settle(settled, ConflictChoice.Standing);
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

        opened.ReplayLog([new(1, log)]);

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
}
