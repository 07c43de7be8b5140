using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>What is refused waits until it is mended or dismissed.</summary>
public sealed class SheetRefusalTests : SheetFixture
{
    [Test]
    public void What_is_refused_is_kept_once_with_what_is_wrong_in_it()
    {
        var wrong = Sent(Answers.Level("waiting", 9));

        Put(wrong).Single().IsNew.Should().BeTrue();
        Put(wrong).Single().Should().Match<PutItemResult>(item => item.Outcome == PutOutcome.Rejected && !item.IsNew);

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
            new PutItemResult("tablet-7/1", PutOutcome.Rejected, null, PlainText.Required.At("/id"), null, IsNew: true));

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
        opened.RequiresLog.Should().BeTrue("only the log knows");

        opened = SheetOf(row);
        opened.ReplayLog([new(1, log)]);
        opened.Put([ReceivedItem.Of(wrong), ReceivedItem.Of(other)], Open, null, Noon).Should().OnlyContain(item => !item.IsNew);
        opened.Refused.Should().BeEmpty();
        opened.RequiresLog.Should().BeFalse();
    }

    [Test]
    public void An_id_that_said_what_stood_already_means_the_same_when_it_comes_again_later()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        var same = Sent(Answers.Level("waiting", 1));
        Put(same).Single().Should().Match<PutItemResult>(item => item.Outcome == PutOutcome.Unchanged && item.IsNew);
        Put(Sent(Answers.Level("waiting", 2), 1));

        Put(same).Should().Equal(new PutItemResult(same.Id.ToString(), PutOutcome.Unchanged, 2, null, null, IsNew: false));

        var row = SheetRow.Empty(default);
        row.Keep(sheet);
        var opened = SheetOf(row);
        opened.HasSeen([ReceivedItem.Of(same)]).Should().BeTrue();
        opened.ReplayLog([new(1, log)]);
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

        Mend(sheet.Refused.Single().Key, stored).Should().Match<PutItemResult>(item => item.Outcome == PutOutcome.Unchanged && item.IsNew);

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
}
