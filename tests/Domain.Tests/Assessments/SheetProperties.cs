using Compliance.Domain.Assessments;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.Domain.Tests.Assessments;

/// <summary>Two devices send batches of answers to few questions under few ids, so that everything collides.</summary>
public sealed class SheetProperties
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);

    private static readonly Instrument Instrument = An.InstrumentOf(
        An.Indicator("a"), An.Indicator("b", subject: SubjectKind.Product, expected: 2), An.Indicator("c", kind: An.Options(2)));

    [FsCheck.NUnit.Property(MaxTest = 800, Arbitrary = [typeof(Batches)])]
    public void Any_sequence_of_batches_ends_as_the_rules_say(SentAnswer[][] batches)
    {
        var sheet = new Sheet(Instrument, [], []);
        var model = new Model();

        foreach (var batch in batches)
        {
            sheet.Put(batch, Noon).Select(item => (item.Id, item.Outcome, item.Version)).Should().Equal(model.Put(batch));
            sheet.Answers.Select(stored => (stored.Id, stored.Version, Said(stored.Answer)))
                .Should().BeEquivalentTo(model.Standing.Values);
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 400, Arbitrary = [typeof(Batches)])]
    public void Repeating_a_batch_at_once_changes_nothing(SentAnswer[][] batches)
    {
        var sheet = new Sheet(Instrument, [], []);

        foreach (var batch in batches.Select(Unambiguous))
        {
            var outcomes = sheet.Put(batch, Noon);
            var before = sheet.Answers.ToList();
            var repeated = sheet.Put(batch, Noon.AddHours(1));

            sheet.Answers.Should().Equal(before);
            repeated.Select(item => item.Outcome)
                .Should().Equal(outcomes.Select(item => item.Outcome == PutOutcome.Stored ? PutOutcome.Unchanged : item.Outcome));
        }
    }

    // A base that is ahead of what stands is the one thing that a later change can make right; no honest client sends it.
    [FsCheck.NUnit.Property(MaxTest = 400, Arbitrary = [typeof(Batches)])]
    public void Repeating_honest_batches_in_any_order_later_changes_nothing(SentAnswer[][] batches, int seed)
    {
        var sheet = new Sheet(Instrument, [], []);
        var honest = new List<SentAnswer[]>();

        foreach (var batch in batches)
        {
            honest.Add([.. batch.Select(sent => sent with { BaseVersion = Math.Min(sent.BaseVersion ?? 0, VersionOf(sheet, sent)) })]);
            sheet.Put(honest[^1], Noon);
        }

        var before = sheet.Answers.ToList();
        var again = honest.ToArray();
        new Random(seed).Shuffle(again);
        Array.ForEach(again, batch => sheet.Put(batch, Noon.AddDays(1)));

        sheet.Answers.Should().Equal(before);
    }

    [FsCheck.NUnit.Property(MaxTest = 400, Arbitrary = [typeof(Batches)])]
    public void The_order_inside_a_batch_matters_only_to_an_id_that_says_two_things(SentAnswer[] earlier, SentAnswer[] batch, int seed)
    {
        var clean = Unambiguous(batch);
        var shuffled = clean.ToArray();
        new Random(seed).Shuffle(shuffled);

        Said(After(earlier, shuffled)).Should().Equal(Said(After(earlier, clean)));
    }

    [FsCheck.NUnit.Property(MaxTest = 400, Arbitrary = [typeof(Batches)])]
    public void A_sheet_that_is_kept_between_batches_is_the_same_sheet(SentAnswer[][] batches)
    {
        var sheet = new Sheet(Instrument, [], []);
        var row = SheetRow.Empty(AssessmentId.From(Guid.CreateVersion7(Noon)));

        foreach (var batch in batches)
        {
            var opened = row.Open(Instrument);

            opened.Put(batch, Noon).Should().BeEquivalentTo(sheet.Put(batch, Noon));

            row.Keep(opened);
        }

        row.Version.Should().Be(batches.Length);
        row.Content.Answers.Should().Equal(sheet.Answers);
        row.Content.Replaced.Select(replaced => replaced.Id).Should().BeEquivalentTo(sheet.Replaced.Select(pair => pair.Key));
    }

    /// <summary>Each id once, and only those that say one thing.</summary>
    private static SentAnswer[] Unambiguous(SentAnswer[] batch) =>
    [
        .. batch.GroupBy(sent => sent.Id)
            .Where(group => group.Select(sent => Said(sent.Answer)).Distinct().Count() == 1)
            .Select(group => group.First()),
    ];

    private static Sheet After(params SentAnswer[][] batches)
    {
        var sheet = new Sheet(Instrument, [], []);
        Array.ForEach(batches, batch => sheet.Put(batch, Noon));

        return sheet;
    }

    private static int VersionOf(Sheet sheet, SentAnswer sent) =>
        sheet.Answers.SingleOrDefault(stored => Question(stored.Answer) == Question(sent.Answer))?.Version ?? 0;

    private static IEnumerable<(Guid Id, int Version, string Said)> Said(Sheet sheet) =>
        sheet.Answers.Select(stored => (stored.Id, stored.Version, Said(stored.Answer)));

    private static string Question(Answer answer) => $"{answer.Indicator} {answer.Subject}";

    private static string Said(Answer answer) => $"{Question(answer)} {answer.Level} {string.Join(' ', (answer.Checked ?? []).Order(StringComparer.Ordinal))}";

    /// <summary>The rules of a sheet again, as plainly as they can be said; an answer here is the text of what it says.</summary>
    private sealed class Model
    {
        private readonly Dictionary<Guid, string> meanings = [];

        public Dictionary<string, (Guid Id, int Version, string Said)> Standing { get; } = [];

        public List<(Guid Id, PutOutcome Outcome, int? Version)> Put(SentAnswer[] batch) => [.. batch.Select(sent => Put(batch, sent))];

        private (Guid Id, PutOutcome Outcome, int? Version) Put(SentAnswer[] batch, SentAnswer sent)
        {
            var (question, said) = (Question(sent.Answer), Said(sent.Answer));
            var (stands, version) = Standing.TryGetValue(question, out var standing) ? (standing.Said, standing.Version) : (null, 0);

            if (batch.Any(other => other.Id != sent.Id && Question(other.Answer) == question)
                || sent.Answer.Level > 4
                || (meanings.TryGetValue(sent.Id, out var meant) && meant != said))
            {
                return (sent.Id, PutOutcome.Rejected, null);
            }

            if (meanings.ContainsKey(sent.Id) || stands == said)
            {
                return (sent.Id, PutOutcome.Unchanged, version);
            }

            if ((sent.BaseVersion ?? 0) != version)
            {
                return sent.BaseVersion > version ? (sent.Id, PutOutcome.Rejected, null) : (sent.Id, PutOutcome.Conflict, version);
            }

            meanings[sent.Id] = said;
            Standing[question] = (sent.Id, version + 1, said);

            return (sent.Id, PutOutcome.Stored, version + 1);
        }
    }

    public static class Batches
    {
        private static readonly Guid[] Ids = [.. Enumerable.Range(1, 24).Select(number => new Guid(number, 0, 0, new byte[8]))];

        public static Arbitrary<SentAnswer> Sent() => Arb.From(
            from id in Gen.Elements(Ids)
            from device in Gen.Elements("tablet", "phone")
            from baseVersion in Gen.Elements<int?>(null, 0, 1, 2, 3)
            from answer in Gen.OneOf(
                Gen.Elements(0, 1, 5).Select(level => Answers.Level("a", level)),
                from level in Gen.Elements(0, 1)
                from product in Gen.Elements("product:1", "product:2")
                select Answers.Level("b", level, product),
                Gen.Elements<string[]>([], ["o1", "o2"], ["o2", "o1"]).Select(options => Answers.Checked("c", options)))
            select new SentAnswer(id, baseVersion, null, device, answer));
    }
}
