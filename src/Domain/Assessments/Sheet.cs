using Compliance.Domain.Common;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Assessments;

/// <summary>An answer as a client sent it.</summary>
/// <param name="Id">Made by the client, so that a repeated batch is recognised.</param>
/// <param name="BaseVersion">The version of the answer that the client had seen; null where it had seen none.</param>
public sealed record SentAnswer(Guid Id, int? BaseVersion, DateTimeOffset? ObservedAt, string? Device, Answer Answer);

/// <summary>An answer as it stands on the sheet. The version counts the changes of this one answer, from 1.</summary>
public sealed record StoredAnswer(Guid Id, int Version, DateTimeOffset At, DateTimeOffset? ObservedAt, string? Device, Answer Answer);

public enum PutOutcome
{
    Stored,
    Unchanged,
    Conflict,
    Rejected,
}

/// <summary>What became of one sent answer.</summary>
/// <param name="Version">The version that stands after it; null where none does.</param>
/// <param name="Standing">In a conflict, the answer that stands.</param>
public sealed record PutItem(Guid Id, PutOutcome Outcome, int? Version, Fault? Fault, StoredAnswer? Standing);

/// <summary>
/// The answers of one assessment: one document that is stored as one row. Every sent answer gets its own
/// outcome, a wrong one never blocks another, and what was stored under an id keeps its meaning for ever.
/// </summary>
public sealed class Sheet
{
    private readonly Instrument instrument;
    private readonly SortedDictionary<int, StoredAnswer> answers = [];
    private readonly Dictionary<Guid, Answer> known;

    /// <param name="replaced">Answers that stood once, so that their ids are still known.</param>
    public Sheet(Instrument instrument, IEnumerable<StoredAnswer> answers, IEnumerable<KeyValuePair<Guid, Answer>> replaced)
    {
        this.instrument = instrument;
        known = new(replaced);

        foreach (var stored in answers)
        {
            this.answers.Add(AnswerRules.Locate(instrument, PlannedSubjects.Of(instrument), stored.Answer).Slot, stored);
            known.Add(stored.Id, stored.Answer);
        }
    }

    /// <summary>In the order of the instrument and its subjects.</summary>
    public IEnumerable<StoredAnswer> Answers => answers.Values;

    /// <summary>What stood once under the ids that no longer stand.</summary>
    public IEnumerable<KeyValuePair<Guid, Answer>> Replaced
    {
        get
        {
            var standing = answers.Values.Select(stored => stored.Id).ToHashSet();

            return known.Where(pair => !standing.Contains(pair.Key));
        }
    }

    public ScoreSheet ToScoreSheet() => ScoreSheet.Of(instrument, [.. Answers.Select(stored => stored.Answer)]);

    /// <summary>The answer that stands for an indicator and subject, or nothing.</summary>
    public StoredAnswer? Find(int slot) => answers.GetValueOrDefault(slot);

    public IReadOnlyList<PutItem> Put(IReadOnlyList<SentAnswer> batch, DateTimeOffset now)
    {
        // What was stored before only comes again; it does not compete with a later change in the same batch.
        var competing = batch.Where(sent => known.GetValueOrDefault(sent.Id)?.SaysTheSameAs(sent.Answer) != true).ToList();
        var ambiguous = competing
            .GroupBy(sent => (sent.Answer.Indicator, sent.Answer.Subject))
            .Where(group => group.Select(sent => sent.Id).Distinct().Count() > 1)
            .SelectMany(group => group)
            .ToHashSet(ReferenceEqualityComparer.Instance);

        return [.. batch.Select(sent => ambiguous.Contains(sent) ? Reject(sent, AnswerErrors.DuplicateAnswer.At("")) : Put(sent, now))];
    }

    private PutItem Put(SentAnswer sent, DateTimeOffset now)
    {
        var (fault, _, slot) = AnswerRules.Locate(instrument, PlannedSubjects.Of(instrument), sent.Answer);

        if (fault is not null)
        {
            return Reject(sent, fault);
        }

        var earlier = known.GetValueOrDefault(sent.Id);

        if (earlier?.SaysTheSameAs(sent.Answer) == false)
        {
            return Reject(sent, SheetErrors.IdTaken.At("/id"));
        }

        var standing = Find(slot);

        if (earlier is not null || standing?.Answer.SaysTheSameAs(sent.Answer) == true)
        {
            return new(sent.Id, PutOutcome.Unchanged, standing?.Version, null, null);
        }

        var version = standing?.Version ?? 0;

        return (sent.BaseVersion ?? 0).CompareTo(version) switch
        {
            < 0 => new(sent.Id, PutOutcome.Conflict, version, SheetErrors.Outdated(version).At("/baseVersion"), standing),
            > 0 => Reject(sent, SheetErrors.BaseVersionAhead(version).At("/baseVersion")),
            _ => Store(sent, slot, standing, now),
        };
    }

    private PutItem Store(SentAnswer sent, int slot, StoredAnswer? standing, DateTimeOffset now)
    {
        var version = (standing?.Version ?? 0) + 1;
        answers[slot] = new(sent.Id, version, now, sent.ObservedAt, sent.Device, sent.Answer);
        known.Add(sent.Id, sent.Answer);

        return new(sent.Id, PutOutcome.Stored, version, null, null);
    }

    private static PutItem Reject(SentAnswer sent, Fault fault) => new(sent.Id, PutOutcome.Rejected, null, fault, null);
}

public static class SheetErrors
{
    public static readonly DomainError IdTaken = DomainError.Conflicts(
        "idTaken",
        "Id ini sudah dipakai untuk jawaban dengan isi lain.",
        "This id stands for an answer with other content.");

    public static DomainError Outdated(int version) => DomainError.Conflicts(
        "answerChanged",
        $"Jawaban ini sudah berubah; yang berlaku adalah versi {version}. Keduanya disimpan.",
        $"The answer has changed meanwhile; version {version} stands. Both are kept.");

    public static DomainError BaseVersionAhead(int version) => DomainError.Breaks(
        "baseVersionAhead",
        $"baseVersion melampaui versi yang berlaku, {version}.",
        $"The baseVersion is ahead of the version that stands, {version}.");
}
