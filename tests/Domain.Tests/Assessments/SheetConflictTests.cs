using Compliance.Domain.Assessments;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>Answers to an outdated version, until somebody decides.</summary>
public sealed class SheetConflictTests : SheetFixture
{
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

        Put(late with { BaseVersion = 1 }).Should().Equal(new PutItemResult(
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

        var (logged, standing) = Settle(late, ConflictChoice.Sent);

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

        Settle(late, ConflictChoice.Standing).Log.Should().Be(new LoggedAnswer(late, PutOutcome.Unchanged, 1, null, null));

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
        Settle(late, ConflictChoice.Standing);

        var act = () => Settle(late, ConflictChoice.Sent);

        act.Should().Break(SheetErrors.NoSuchConflict);
    }

    [Test]
    public void An_id_in_conflict_is_taken()
    {
        Put(Sent(Answers.Level("waiting", 1)));
        var late = Sent(Answers.Level("waiting", 4));
        Put(late);

        Put(late with { BaseVersion = 1, Answer = Answers.Level("waiting", 3) }).Single().Fault.Should().Be(ConcurrencyErrors.IdTaken.At("/id"));
    }
}
