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

    [RandomCases(800, Arbitrary = [typeof(Batches)])]
    public void Any_sequence_of_batches_ends_as_the_rules_say(SentAnswer[][] batches)
    {
        var sheet = Empty();
        var model = new Model();

        foreach (var batch in batches)
        {
            Put(sheet, batch).Select(item => (Guid.Parse(item.Id!), item.Outcome, item.Version)).Should().Equal(model.Put(batch));
            Said(sheet).OrderBy(stored => stored.Id).ThenBy(stored => stored.Said, StringComparer.Ordinal)
                .Should().Equal(model.Standing.Values.OrderBy(stood => stood.Id).ThenBy(stood => stood.Said, StringComparer.Ordinal));
            sheet.Conflicts.Select(conflict => conflict.Sent.Id).Order().Should().Equal(model.Contested.Keys.Order());
        }
    }

    [RandomCases(400, Arbitrary = [typeof(Batches)])]
    public void Repeating_a_batch_at_once_changes_nothing(SentAnswer[][] batches)
    {
        var sheet = Empty();

        foreach (var batch in batches.Select(Unambiguous))
        {
            var outcomes = Put(sheet, batch);
            var (answers, conflicts, refused) = (sheet.Answers.ToList(), sheet.Conflicts.ToList(), sheet.Refused.ToList());
            var repeated = Put(sheet, batch);

            sheet.Answers.Should().Equal(answers);
            sheet.Conflicts.Should().Equal(conflicts);
            sheet.Refused.Should().Equal(refused);
            repeated.Where(item => item.IsNew).Should().BeEmpty();
            repeated.Select(item => item.Outcome)
                .Should().Equal(outcomes.Select(item => item.Outcome == PutOutcome.Stored ? PutOutcome.Unchanged : item.Outcome));
        }
    }

    // A base that is ahead of what stands is the one thing that a later change can make right; no honest client sends it.
    [RandomCases(400, Arbitrary = [typeof(Batches)])]
    public void Repeating_honest_batches_in_any_order_later_changes_nothing(SentAnswer[][] batches, int seed)
    {
        var sheet = Empty();
        var honest = new List<SentAnswer[]>();

        foreach (var batch in batches)
        {
            honest.Add([.. batch.Select(sent => sent with { BaseVersion = Math.Min(sent.BaseVersion ?? 0, VersionOf(sheet, sent)) })]);
            Put(sheet, honest[^1]);
        }

        var before = sheet.Answers.ToList();
        var again = honest.ToArray();
        new Random(seed).Shuffle(again);
        Array.ForEach(again, batch => Put(sheet, batch));

        sheet.Answers.Should().Equal(before);
    }

    [RandomCases(400, Arbitrary = [typeof(Batches)])]
    public void The_order_inside_a_batch_matters_only_to_an_id_that_says_two_things(SentAnswer[] earlier, SentAnswer[] batch, int seed)
    {
        var clean = Unambiguous(batch);
        var shuffled = clean.ToArray();
        new Random(seed).Shuffle(shuffled);

        Said(After(earlier, shuffled)).Should().Equal(Said(After(earlier, clean)));
    }

    [RandomCases(400, Arbitrary = [typeof(Batches)])]
    public void A_sheet_that_is_kept_between_batches_is_the_same_sheet(SentAnswer[][] batches)
    {
        var sheet = Empty();
        var row = SheetRow.Empty(AssessmentId.From(Guid.CreateVersion7(Noon)));
        var log = new List<AnswerBatch>();

        foreach (var batch in batches)
        {
            var opened = row.ToSheet(Instrument, PlannedSubjects.Of(Instrument));

            if (opened.HasSeen([.. batch.Select(ReceivedItem.Of)]))
            {
                opened.ReplayLog(log);
            }

            var items = Put(opened, batch);

            if (opened.RequiresLog)
            {
                opened = row.ToSheet(Instrument, PlannedSubjects.Of(Instrument));
                opened.ReplayLog(log);
                items = Put(opened, batch);
            }

            items.Should().BeEquivalentTo(Put(sheet, batch));
            row.Keep(opened);
            log.Add(new(row.Version, [.. batch.Zip(items).Where(pair => pair.Second.IsNew)
                .Select(pair => new LoggedAnswer(pair.First, pair.Second.Outcome, pair.Second.Version, pair.Second.Fault?.Error.Code, null))]));
        }

        row.Version.Should().Be(batches.Length);
        row.Answers.Should().Equal(sheet.Answers);
        (row.Open?.Conflicts ?? []).Should().Equal(sheet.Conflicts);
        (row.Open?.Refused ?? []).Should().Equal(sheet.Refused);
    }

    private static Sheet Empty() => SheetRow.Empty(default).ToSheet(Instrument, PlannedSubjects.Of(Instrument));

    private static IReadOnlyList<PutItemResult> Put(Sheet sheet, SentAnswer[] batch) =>
        sheet.Put([.. batch.Select(ReceivedItem.Of)], _ => null, null, Noon);

    /// <summary>Each id once, and only those that say one thing.</summary>
    private static SentAnswer[] Unambiguous(SentAnswer[] batch) =>
    [
        .. batch.GroupBy(sent => sent.Id)
            .Where(group => group.Select(sent => Said(sent.Answer)).Distinct().Count() == 1)
            .Select(group => group.First()),
    ];

    private static Sheet After(params SentAnswer[][] batches)
    {
        var sheet = Empty();
        Array.ForEach(batches, batch => Put(sheet, batch));

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
        private readonly HashSet<Guid> confirmations = [];

        /// <summary>Ids in conflict; nobody settles one here.</summary>
        public Dictionary<Guid, string> Contested { get; } = [];

        public Dictionary<string, (Guid Id, int Version, string Said)> Standing { get; } = [];

        public List<(Guid Id, PutOutcome Outcome, int? Version)> Put(SentAnswer[] batch)
        {
            var news = batch.Where(sent => !(sent.Answer.Level > 4) && (confirmations.Contains(sent.Id) || meanings.GetValueOrDefault(sent.Id) != Said(sent.Answer))).ToArray();

            return [.. batch.Select(sent => Put(news, sent))];
        }

        private (Guid Id, PutOutcome Outcome, int? Version) Put(SentAnswer[] news, SentAnswer sent)
        {
            var (question, said) = (Question(sent.Answer), Said(sent.Answer));
            var (stands, version) = Standing.TryGetValue(question, out var standing) ? (standing.Said, standing.Version) : (null, 0);

            if ((news.Contains(sent) && meanings.GetValueOrDefault(sent.Id) != said && Contested.GetValueOrDefault(sent.Id) != said && news.Any(other => other.Id != sent.Id && Question(other.Answer) == question))
                || sent.Answer.Level > 4
                || (meanings.TryGetValue(sent.Id, out var meant) && meant != said)
                || (Contested.TryGetValue(sent.Id, out var contested) && contested != said))
            {
                return (sent.Id, PutOutcome.Rejected, null);
            }

            if (Contested.ContainsKey(sent.Id))
            {
                return (sent.Id, PutOutcome.Conflict, version);
            }

            if (meanings.ContainsKey(sent.Id) || stands == said)
            {
                _ = meanings.TryAdd(sent.Id, said) && confirmations.Add(sent.Id);

                return (sent.Id, PutOutcome.Unchanged, version);
            }

            if ((sent.BaseVersion ?? 0) != version)
            {
                if (sent.BaseVersion > version)
                {
                    return (sent.Id, PutOutcome.Rejected, null);
                }

                Contested[sent.Id] = said;

                return (sent.Id, PutOutcome.Conflict, version);
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
