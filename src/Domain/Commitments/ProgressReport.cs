using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;

namespace Compliance.Domain.Commitments;

public readonly record struct ProgressReportId(Guid Value) : IEntityId<ProgressReportId>
{
    public static ProgressReportId From(Guid value) => new(value);

    public static bool operator <(ProgressReportId left, ProgressReportId right) => left.Value < right.Value;

    public static bool operator >(ProgressReportId left, ProgressReportId right) => left.Value > right.Value;
}

/// <summary>A report of the obligated side on its progress.</summary>
/// <param name="On">The day to which the report applies.</param>
/// <param name="Value">In the unit of the target.</param>
/// <param name="Proof">A link.</param>
/// <param name="Document">A document of the agreement.</param>
/// <param name="Done">Whether the deadline is met; if null, value and target decide.</param>
/// <param name="DueOn">The deadline that it reports on; null for the earliest open one.</param>
public sealed record ProgressContent(DateOnly On, decimal? Value, string? Text, string? Proof, AgreementDocumentId? Document, bool? Done, DateOnly? DueOn);

/// <summary>The decision of the other side on a deadline that was reported done.</summary>
/// <param name="Reason">The reason for a rejection.</param>
/// <param name="Proof">A link to the proof that the closing person has seen.</param>
/// <param name="DueOn">The deadline; null for the earliest reported one.</param>
public sealed record Closure(bool Accepted, string? Reason, string? Proof, DateOnly? DueOn, string? Note);

/// <summary>A progress report. It is never changed; a correction is a new report.</summary>
public sealed class ProgressReport
{
    private ProgressReport()
    {
    }

    public ProgressReportId Id { get; private init; }

    public CommitmentId CommitmentId { get; private init; }

    public CommitmentDeadlineId DeadlineId { get; private init; }

    public DateOnly On { get; private init; }

    public decimal? Value { get; private init; }

    public string? Text { get; private init; }

    public string? Proof { get; private init; }

    public AgreementDocumentId? Document { get; private init; }

    public bool Done { get; private init; }

    public AccountId By { get; private init; }

    public DateTimeOffset At { get; private init; }

    public bool HasProof => Proof is not null || Document is not null;

    internal static ProgressReport Of(
        ProgressReportId id, CommitmentDeadline deadline, ProgressContent progress, bool done, AccountId by, DateTimeOffset now) => new()
        {
            Id = id,
            CommitmentId = deadline.CommitmentId,
            DeadlineId = deadline.Id,
            On = progress.On,
            Value = progress.Value,
            Text = progress.Text,
            Proof = progress.Proof,
            Document = progress.Document,
            Done = done,
            By = by,
            At = now,
        };

    /// <summary>Whether it has the same content, so that a repeated request is recognised. Members that the request left out are not compared.</summary>
    public bool SaysTheSameAs(ProgressContent progress, DateOnly dueOn) =>
        (On, Value, Text, Proof, Document) == (progress.On, progress.Value, progress.Text, progress.Proof, progress.Document)
        && (progress.Done is null || progress.Done == Done)
        && (progress.DueOn is null || progress.DueOn == dueOn);
}
