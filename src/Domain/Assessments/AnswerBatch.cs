namespace Compliance.Domain.Assessments;

/// <summary>
/// One batch as a client sent it, with what became of each answer. It is the content of the audit's entry for the
/// assessment: the history of the sheet, and the record of what was refused or in conflict.
/// </summary>
/// <param name="SheetVersion">The version of the sheet once this batch was put.</param>
public sealed record AnswerBatch(int SheetVersion, IReadOnlyList<LoggedAnswer> Answers);

/// <param name="Refusal">The code of the refusal, where there was one.</param>
public sealed record LoggedAnswer(SentAnswer Sent, PutOutcome Outcome, int? Version, string? Refusal);
