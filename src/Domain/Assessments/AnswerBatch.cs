using Compliance.Domain.Common;

namespace Compliance.Domain.Assessments;

public readonly record struct AnswerBatchId(Guid Value) : IEntityId<AnswerBatchId>
{
    public static AnswerBatchId From(Guid value) => new(value);
}

/// <summary>
/// One batch as a client sent it, with what became of each answer. Batches are only ever appended: they
/// are the history of the sheet, and the record of what was refused or in conflict.
/// </summary>
/// <param name="sheetVersion">The version of the sheet once this batch was put.</param>
public sealed class AnswerBatch(AnswerBatchId id, AssessmentId assessmentId, int sheetVersion, DateTimeOffset receivedAt, IReadOnlyList<LoggedAnswer> items)
{
    public AnswerBatchId Id { get; } = id;

    public AssessmentId AssessmentId { get; } = assessmentId;

    public int SheetVersion { get; } = sheetVersion;

    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    public IReadOnlyList<LoggedAnswer> Items { get; } = items;
}

/// <param name="Refusal">The code of the refusal, where there was one.</param>
public sealed record LoggedAnswer(SentAnswer Sent, PutOutcome Outcome, int? Version, string? Refusal);
