using Compliance.Domain.Common;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Assessments;

/// <summary>
/// The answers of one assessment: one document that is stored as one row. Every item of a batch gets its own outcome, an invalid item never
/// blocks another, and no item is dropped: an answer to an outdated version becomes an open conflict, and a refused item is kept until it is
/// corrected or dismissed. An id is bound to the first content that was accepted under it. The sheet holds the current answers and the open
/// items; everything else is in its log, which is read only if an id was seen before (<see cref="HasSeen"/>).
/// </summary>
public sealed class Sheet
{
    /// <summary>More than any batch holds, so that there is always room for a batch that is refused completely.</summary>
    public const int MostRefused = 20_000;

    private readonly Instrument instrument;
    private readonly PlannedSubjects planned;
    private readonly StoredAnswer?[] answers;
    private readonly Dictionary<Guid, Answer> known = [];
    private readonly HashSet<Guid> confirmations = [];
    private readonly AnswerConflicts conflicts;
    private readonly RefusedItems refused = new();
    private readonly HashSet<string> settledRefusals = [];
    private readonly KnownIdFingerprints seen;
    private bool hasReplayedLog;

    public Sheet(Instrument instrument, PlannedSubjects planned, SheetRow row)
    {
        this.instrument = instrument;
        this.planned = planned;
        answers = new StoredAnswer?[instrument.Slots];
        conflicts = new(row.Open?.Conflicts ?? []);
        seen = new(row.Seen);

        foreach (var stored in row.Answers)
        {
            answers[SlotOf(stored.Answer)] = stored;
            known.Add(stored.Id, stored.Answer);
        }

        foreach (var item in row.Open?.Refused ?? [])
        {
            refused.Add(item);
        }
    }

    /// <summary>In the order of the instrument and its subjects.</summary>
    public IEnumerable<StoredAnswer> Answers => answers.OfType<StoredAnswer>();

    /// <summary>Answers that were sent without knowledge of a newer one, until a supervisor decides which counts.</summary>
    public IReadOnlyList<OpenConflict> Conflicts => conflicts.Open;

    /// <summary>Refused items that are neither corrected nor dismissed.</summary>
    public IReadOnlyList<RefusedItem> Refused => refused.All;

    internal uint[] Seen => seen.All;

    /// <summary>
    /// Whether a refused item may have been corrected or dismissed before. If so, the result must be discarded: load the sheet again, call
    /// <see cref="ReplayLog"/>, and put the batch once more.
    /// </summary>
    public bool RequiresLog { get; private set; }

    public ScoreSheet ToScoreSheet() => ScoreSheet.Of(instrument, planned, [.. Answers.Select(stored => stored.Answer)]);

    /// <summary>Returns the current answer in a slot of the sheet, or null.</summary>
    public StoredAnswer? Find(int slot) => answers[slot];

    /// <summary>Returns the answer that counts while a conflict is open.</summary>
    public StoredAnswer CurrentAnswerFor(OpenConflict conflict) => answers[SlotOf(conflict.Sent.Answer)]!;

    /// <summary>
    /// Whether an id of the batch may have been sent before and is no longer that of a current answer. If so, <see cref="ReplayLog"/> must be called
    /// before the batch is put, because only the log says what the id was used for.
    /// </summary>
    public bool HasSeen(IEnumerable<ReceivedItem> batch) =>
        batch.Any(item => item.Sent is { } sent && !known.ContainsKey(sent.Id) && !conflicts.Holds(sent.Id) && seen.MayHold(sent.Id));

    /// <param name="log">The whole log, oldest first.</param>
    public void ReplayLog(IEnumerable<AnswerBatch> log)
    {
        hasReplayedLog = true;

        foreach (var item in log.SelectMany(batch => batch.Answers))
        {
            switch (item)
            {
                case { Outcome: PutOutcome.Rejected }:
                    settledRefusals.Add(RefusedItem.KeyOf(item.Raw ?? AnswerLog.Write(item.Sent!)));
                    break;
                case { Outcome: PutOutcome.Stored, Sent: { } stored }:
                    known[stored.Id] = stored.Answer;
                    conflicts.Remove(stored.Id);
                    break;
                case { Outcome: PutOutcome.Conflict, Sent: { } lost } when !known.ContainsKey(lost.Id):
                    conflicts.AddLogged(lost);
                    break;
                case { Outcome: PutOutcome.Unchanged, Sent: { } same } when !conflicts.Holds(same.Id):
                    known[same.Id] = same.Answer;
                    confirmations.Add(same.Id);
                    break;
            }
        }
    }

    /// <param name="gate">Returns the fault that currently forbids a change of the answer, or null if it is allowed.</param>
    /// <param name="by">The account of the sender.</param>
    public IReadOnlyList<PutItemResult> Put(IReadOnlyList<ReceivedItem> batch, Func<Answer, Fault?> gate, Guid? by, DateTimeOffset now)
    {
        var places = batch.Select(PlaceOf).ToList();
        var ambiguous = AmbiguousOf(batch, places);
        var items = new List<PutItemResult>(batch.Count);

        foreach (var (item, (fault, slot)) in batch.Zip(places))
        {
            items.Add(item.Sent is not { } sent || fault is not null ? Refuse(item, fault!, by, now)
                : ambiguous.Contains(slot) && !IsRepeated(sent) ? Refuse(item, AnswerErrors.DuplicateAnswer.At(""), by, now)
                : Put(item, sent, slot, gate, by, now));
        }

        return items;
    }

    /// <summary>Settles a conflict in favour of one of the two answers; the other one stays in the log.</summary>
    /// <returns>The entry for the log, and the answer that is current from now on.</returns>
    public (LoggedAnswer Log, StoredAnswer Standing) Settle(Guid conflict, ConflictChoice keep, DateTimeOffset now)
    {
        var open = conflicts.Close(conflict);
        var slot = SlotOf(open.Sent.Answer);

        if (keep == ConflictChoice.Sent)
        {
            Store(null, open.Sent, slot, now);
        }
        else
        {
            seen.Add(conflict);
        }

        var current = answers[slot]!;
        var outcome = keep == ConflictChoice.Sent ? PutOutcome.Stored : PutOutcome.Unchanged;

        return (new(open.Sent, outcome, current.Version, null, null), current);
    }

    /// <summary>Dismisses a refused item, which stays in the log.</summary>
    public RefusedItem Dismiss(string key)
    {
        var item = refused.Find(key);
        Rule.Require(item is not null, SheetErrors.NoSuchRefusedItem);
        MarkSettled(item);

        return item;
    }

    /// <summary>Puts the corrected version of a refused item, which is removed from the list unless the correction is refused as well.</summary>
    public PutItemResult Mend(string key, ReceivedItem mended, Func<Answer, Fault?> gate, Guid? by, DateTimeOffset now)
    {
        Rule.Require(refused.Holds(key), SheetErrors.NoSuchRefusedItem);
        var put = Put([mended], gate, by, now)[0];

        if (put.Outcome != PutOutcome.Rejected && refused.Find(key) is { } item)
        {
            MarkSettled(item);

            return put with { IsNew = true };
        }

        return put;
    }

    private (Fault? Fault, int Slot) PlaceOf(ReceivedItem item)
    {
        if (item.Sent is not { } sent)
        {
            return (item.Unreadable, -1);
        }

        var (fault, _, slot) = AnswerRules.Locate(instrument, planned, sent.Answer);

        return (fault, slot);
    }

    /// <summary>Returns the slots for which a batch has several answers, not counting repetitions of a stored answer and invalid items.</summary>
    private HashSet<int> AmbiguousOf(IReadOnlyList<ReceivedItem> batch, List<(Fault? Fault, int Slot)> places)
    {
        var ambiguous = new HashSet<int>();
        var ids = new Dictionary<int, Guid>(batch.Count);

        foreach (var (item, (fault, slot)) in batch.Zip(places))
        {
            if (item.Sent is { } sent && fault is null && !WasStored(sent) && !ids.TryAdd(slot, sent.Id) && ids[slot] != sent.Id)
            {
                ambiguous.Add(slot);
            }
        }

        return ambiguous;
    }

    private PutItemResult Put(ReceivedItem item, SentAnswer sent, int slot, Func<Answer, Fault?> gate, Guid? by, DateTimeOffset now)
    {
        var current = answers[slot];
        var version = current?.Version ?? 0;

        if (AnswerSentAs(sent.Id) is { } earlier)
        {
            return !earlier.SaysTheSameAs(sent.Answer) ? Refuse(item, ConcurrencyErrors.IdTaken.At("/id"), by, now)
                : conflicts.Holds(sent.Id) ? new(item.Id, PutOutcome.Conflict, version, conflicts.FaultOf(sent.Id, version), current, IsNew: false)
                : new(item.Id, PutOutcome.Unchanged, version, null, null, IsNew: false);
        }

        if (current?.Answer.SaysTheSameAs(sent.Answer) == true)
        {
            return Confirm(item, sent, version);
        }

        if (sent.BaseVersion > version)
        {
            return Refuse(item, SheetErrors.BaseVersionAhead(version).At("/baseVersion"), by, now);
        }

        if (gate(sent.Answer) is { } forbidden)
        {
            return Refuse(item, forbidden, by, now);
        }

        return AnswerConflicts.IsConflict(sent, version) ? AddConflict(item, sent, current!, by, now) : Store(item.Id, sent, slot, now);
    }

    /// <summary>Slots are those of the whole instrument, so that a change of the plan moves no answer.</summary>
    private int SlotOf(Answer answer) => AnswerRules.Locate(instrument, PlannedSubjects.Of(instrument), answer).Slot;

    /// <summary>Whether the item was handled before, including as a conflict.</summary>
    private bool IsRepeated(SentAnswer sent) => AnswerSentAs(sent.Id)?.SaysTheSameAs(sent.Answer) == true;

    private bool WasStored(SentAnswer sent) => !confirmations.Contains(sent.Id) && known.GetValueOrDefault(sent.Id)?.SaysTheSameAs(sent.Answer) == true;

    private Answer? AnswerSentAs(Guid id) => known.GetValueOrDefault(id) ?? conflicts.Find(id);

    private PutItemResult Store(string? id, SentAnswer sent, int slot, DateTimeOffset now)
    {
        var current = answers[slot];
        var version = (current?.Version ?? 0) + 1;

        if (current is not null)
        {
            seen.Add(current.Id);
        }

        answers[slot] = new(sent.Id, version, now, sent.ObservedAt, sent.Device, sent.Answer);
        known[sent.Id] = sent.Answer;
        conflicts.Remove(sent.Id);
        RemoveRefusedOf(sent.Id);

        return new(id, PutOutcome.Stored, version, null, null, IsNew: true);
    }

    /// <summary>A new id with the content of the current answer: the id is recorded, so that a later repetition of it gets the same outcome.</summary>
    private PutItemResult Confirm(ReceivedItem item, SentAnswer sent, int version)
    {
        known.Add(sent.Id, sent.Answer);
        confirmations.Add(sent.Id);
        seen.Add(sent.Id);
        RemoveRefusedOf(sent.Id);

        return new(item.Id, PutOutcome.Unchanged, version, null, null, IsNew: true);
    }

    private PutItemResult AddConflict(ReceivedItem item, SentAnswer sent, StoredAnswer current, Guid? by, DateTimeOffset now)
    {
        conflicts.Add(sent, current, by, now);
        RemoveRefusedOf(sent.Id);

        return new(item.Id, PutOutcome.Conflict, current.Version, SheetErrors.Outdated(current.Version).At("/baseVersion"), current, IsNew: true);
    }

    /// <summary>
    /// Records a refused item once, however often it is sent, and not again after it was corrected or dismissed. Other content under the
    /// same id replaces the earlier attempt.
    /// </summary>
    private PutItemResult Refuse(ReceivedItem item, Fault fault, Guid? by, DateTimeOffset now)
    {
        var entry = RefusedItem.Of(item, fault, now, by);

        if (refused.Holds(entry.Key) || settledRefusals.Contains(entry.Key))
        {
            return new(item.Id, PutOutcome.Rejected, null, fault, null, IsNew: false);
        }

        RequiresLog |= !hasReplayedLog && seen.MayHold(entry.Mark);

        if (refused.OfId(entry.Id) is { } earlier)
        {
            MarkSettled(earlier);
        }

        refused.Add(entry);

        return new(item.Id, PutOutcome.Rejected, null, fault, null, IsNew: true);
    }

    /// <summary>An accepted item corrects the one that was refused under the same id.</summary>
    private void RemoveRefusedOf(Guid id)
    {
        if (refused.All.Count > 0 && refused.OfId(id.ToString()) is { } item)
        {
            MarkSettled(item);
        }
    }

    /// <summary>Removes an item for good: sent again, it does not return to the list.</summary>
    private void MarkSettled(RefusedItem item)
    {
        refused.Remove(item);
        settledRefusals.Add(item.Key);
        seen.Add(item.Mark);
    }
}
