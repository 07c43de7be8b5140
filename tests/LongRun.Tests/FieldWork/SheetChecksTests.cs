namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>That the comparison finds what it is there for: a truthful end of a small story, and the same with one thing wrong in it.</summary>
public sealed class SheetChecksTests
{
    private static readonly Place Place = new("output.ikm", "unit", null);

    private static readonly SentItem First = Sent("first", 1, null);
    private static readonly SentItem Second = Sent("second", 2, 1);
    private static readonly SentItem Late = Sent("late", 3, 1);
    private static readonly SentItem Wins = Sent("wins", 4, 1);
    private static readonly SentItem Loses = Sent("loses", 5, 2);
    private static readonly SentItem Silent = Sent("silent", 6, 3);
    private static readonly SentItem Wrong = Sent("wrong", 99, 4, Fit.Wrong);
    private static readonly SentItem Dropped = Sent("dropped", 7, 4);

    /// <summary>Each with one thing wrong, and a part of what is said about it.</summary>
    private static readonly (string Name, Func<FoundSheet, FoundSheet> Tamper, string Complaint)[] Tamperings =
    [
        ("an answer is lost", found => Without(found, "second"), "Acknowledged was stored 2 of second"),
        ("the last answer is lost without a gap", found => Without(found, "silent") with { Standing = [Standing(Wins, 3)] }, "Acknowledged was unchanged 4 of silent"),
        ("an answer is doubled", found => With(found, Stored(Second, 5)), "second is stored 2 times"),
        ("the same line is there twice", found => With(found, Stored(Silent, 4)), "version 4 of silent follows 4"),
        ("a version is missing", found => Changed(found, "silent", each => each with { Version = 5 }), "version 5 of silent follows 3"),
        ("another value is stored", found => Changed(found, "first", each => each with { Said = "level 4" }), "first is in the history with another content"),
        ("another time is stored", found => Changed(found, "first", each => each with { ObservedAt = "1970-01-01T00:00:00Z" }), "first is in the history with another content"),
        ("what was dropped is there", found => With(found, Stored(Dropped, 5)), "dropped is in the history and was never sent"),
        ("what nobody sent is there", found => With(found, Stored(Sent("ghost", 1, 4), 5)), "ghost is in the history and was never sent"),
        ("a newer answer was overwritten unseen", found => With(found, Stored(Late, 5)), "late had seen 1 and became version 5"),
        ("an older answer stands", found => found with { Standing = [Standing(Wins, 3)] }, "stands and is not the last of the history"),
        ("nothing stands", found => found with { Standing = [] }, "is the last of the history and does not stand"),
        ("another value stands", found => found with { Standing = [Standing(Silent, 4) with { Said = "level 0" }] }, "stands and is not the last of the history"),
        ("an open conflict vanished", found => found with { Conflicts = [] }, "late is in conflict 1 times, open 0 times and settled 0 times"),
        ("a conflict left no trace", found => Without(found, "late") with { Conflicts = [] }, "late is in conflict 0 times"),
        ("a conflict is open twice", found => found with { Conflicts = [.. found.Conflicts, .. found.Conflicts] }, "late is in conflict 1 times, open 2 times"),
        ("a settled conflict is open again", found => found with { Conflicts = [.. found.Conflicts, Open(Loses, 3)] }, "loses is in conflict 1 times, open 1 times and settled 1 times"),
        ("an open conflict says something else", found => found with { Conflicts = [Open(Late, 2) with { Said = "level 0" }] }, "is open and not as it came"),
        ("a settlement is lost", found => found with { Events = [.. found.Events.Where(each => !(each.IsSettlement && each.Key == "loses"))] }, "the settlement of loses at version 3"),
        ("a conflict is settled the other way", found => Changed(found, "wins", each => each.IsSettlement ? each with { Outcome = "unchanged", Version = 2 } : each), "wins is settled as nobody decided"),
        ("what was refused vanished", found => found with { Refused = [] }, "wrong was refused (levelOutOfRange) and does not wait"),
        ("what was refused is there twice", found => found with { Refused = [.. found.Refused, .. found.Refused] }, "wrong waits to be mended 2 times"),
        ("what was refused is not as it was sent", found => found with { Refused = [Refused(Wrong) with { Json = "{}" }] }, "was never told to be refused so"),
        ("what was stored waits to be mended", found => found with { Refused = [.. found.Refused, Refused(First)] }, "first waits to be mended and was stored"),
    ];

    private static IEnumerable<string> Names => Tamperings.Select(each => each.Name);

    [Test]
    public void A_truthful_end_has_nothing_wrong_in_it() => SheetChecks.Complaints(Story(), Truth()).Should().BeEmpty();

    [TestCaseSource(nameof(Names))]
    public void It_is_found_when(string name)
    {
        var (_, tamper, complaint) = Tamperings.Single(each => each.Name == name);

        SheetChecks.Complaints(Story(), tamper(Truth())).Should().Contain(each => each.Contains(complaint, StringComparison.Ordinal));
    }

    [Test]
    public void It_is_found_when_an_id_is_acknowledged_as_stored_twice()
    {
        var book = Story();
        book.Acknowledge([new(First, "stored", 1, null)]);

        SheetChecks.Complaints(book, Truth()).Should().Equal("first was acknowledged as stored 2 times.");
    }

    [Test]
    public void It_is_found_when_what_is_right_was_refused_and_what_is_wrong_was_taken()
    {
        var book = Story();
        book.Acknowledge([new(First, "rejected", null, "idTaken"), new(First, "unchanged", 1, null), new(Wrong, "unchanged", 1, null), new(Wrong, "rejected", null, "levelOutOfRange")]);

        var complaints = SheetChecks.Complaints(book, Truth());

        complaints.Should().Contain(each => each.StartsWith("Right is ", StringComparison.Ordinal)).And.Contain(each => each.StartsWith("Wrong is ", StringComparison.Ordinal));
    }

    [Test]
    public void It_is_found_when_a_line_of_the_history_was_never_told()
    {
        var book = Story();
        book.Send([Dropped with { Key = "untold" }]);
        var found = With(Truth(), Stored(Dropped with { Key = "untold" }, 5)) with { Standing = [Standing(Dropped with { Key = "untold" }, 5)] };

        SheetChecks.Complaints(book, found).Should().Equal("untold is in the history and nobody was ever told.");
    }

    /// <summary>One is late and open, one is late and wins, one is late and loses; the answer to one was never read; one was dropped, one refused.</summary>
    private static SheetBook Story()
    {
        var book = new SheetBook();
        book.Send([First, Second, Late, Wins, Loses, Silent, Wrong]);
        book.Drop([Dropped]);
        book.LoseSightOf([Silent]);
        book.Decide("wins", "sent");
        book.Decide("loses", "standing");
        book.Settle("loses", 3);
        book.Acknowledge(
        [
            new(First, "stored", 1, null), new(Second, "stored", 2, null), new(Late, "conflict", 2, "answerChanged"), new(Wins, "conflict", 2, "answerChanged"),
            new(Loses, "conflict", 3, "answerChanged"), new(Silent, "unchanged", 4, null), new(Wrong, "rejected", null, "levelOutOfRange"),
        ]);

        return book;
    }

    private static FoundSheet Truth() => new(
        [
            Stored(First, 1), Stored(Second, 2), Conflict(Late, 2), Conflict(Wins, 2), Stored(Wins, 3) with { Action = "settleConflict" },
            Conflict(Loses, 3), Conflict(Loses, 3) with { Action = "settleConflict", Outcome = "unchanged" }, Stored(Silent, 4), Rejected(Wrong),
        ],
        [Standing(Silent, 4)],
        [Open(Late, 2)],
        [Refused(Wrong)]);

    private static FoundSheet Without(FoundSheet found, string key) => found with { Events = [.. found.Events.Where(each => each.Key != key)] };

    private static FoundSheet With(FoundSheet found, FoundEvent added) => found with { Events = [.. found.Events, added] };

    private static FoundSheet Changed(FoundSheet found, string key, Func<FoundEvent, FoundEvent> change) =>
        found with { Events = [.. found.Events.Select(each => each.Key == key ? change(each) : each)] };

    private static SentItem Sent(string key, int level, int? seen, Fit fit = Fit.Right) =>
        new(key, Place, $"level {level}", seen, null, "tablet-1", fit, $$"""{"id":"{{key}}","level":{{level}}}""");

    private static FoundEvent Stored(SentItem item, int version) =>
        new(item.Place, item.Key, "putAnswers", "stored", version, item.Base, item.Said, item.ObservedAt, item.Device);

    private static FoundEvent Conflict(SentItem item, int met) => Stored(item, met) with { Outcome = "conflict" };

    private static FoundEvent Rejected(SentItem item) => Stored(item, 0) with { Outcome = "rejected", Version = null };

    private static FoundAnswer Standing(SentItem item, int version) => new(item.Place, item.Key, version, item.Said);

    private static FoundConflict Open(SentItem item, int met) => new(item.Key, met, item.Base, item.Said);

    private static FoundRefusal Refused(SentItem item) => new(item.Key, "levelOutOfRange", item.Json);
}
