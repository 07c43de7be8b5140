using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>An answer as a client sent it.</summary>
/// <param name="Id">Made by the client, so that a batch that is sent again is recognised.</param>
/// <param name="BaseVersion">The version of the answer that the client had seen; null where it had seen none.</param>
/// <param name="ObservedAt">The time of the observation by the clock of the device.</param>
public sealed record SentAnswer(Guid Id, int? BaseVersion, DateTimeOffset? ObservedAt, string? Device, Answer Answer);

/// <summary>One item of a batch: an answer that could be read, or the reason why not.</summary>
/// <param name="Id">As it was sent, even where it is no UUID.</param>
/// <param name="Raw">The JSON of an item that could not be read.</param>
public sealed record ReceivedItem(string? Id, SentAnswer? Sent, Fault? Unreadable, string? Raw)
{
    public static ReceivedItem Of(SentAnswer sent) => new(sent.Id.ToString(), sent, null, null);
}

public enum PutOutcome
{
    Stored,
    Unchanged,
    Conflict,
    Rejected,
}

/// <summary>What became of one item.</summary>
/// <param name="Version">The version that stands after it; null where none does.</param>
/// <param name="Standing">In a conflict, the answer that stands.</param>
/// <param name="IsNew">Whether it changed anything; what only comes again does not.</param>
public sealed record PutItemResult(string? Id, PutOutcome Outcome, int? Version, Fault? Fault, StoredAnswer? Standing, bool IsNew);

/// <summary>
/// What one batch brought that was new, and what became of each item. It is the content of the audit's entry for the
/// assessment: the history of the sheet, and the record of what was refused or in conflict.
/// </summary>
/// <param name="SheetVersion">The version of the sheet once this batch was put.</param>
public sealed record AnswerBatch(int SheetVersion, IReadOnlyList<LoggedAnswer> Answers);

/// <param name="Sent">Null where it could not be read; then <paramref name="Raw"/> has it.</param>
/// <param name="Refusal">The code of the refusal, where there was one.</param>
public sealed record LoggedAnswer(SentAnswer? Sent, PutOutcome Outcome, int? Version, string? Refusal, string? Raw);
