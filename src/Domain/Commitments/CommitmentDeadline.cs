using System.Linq.Expressions;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Commitments;

public readonly record struct CommitmentDeadlineId(Guid Value) : IEntityId<CommitmentDeadlineId>
{
    public static CommitmentDeadlineId From(Guid value) => new(value);

    public static bool operator <(CommitmentDeadlineId left, CommitmentDeadlineId right) => left.Value < right.Value;

    public static bool operator >(CommitmentDeadlineId left, CommitmentDeadlineId right) => left.Value > right.Value;
}

/// <summary>
/// One due day of a commitment. Agreement, office and obligated institution, which never change, are repeated here, so that lists of
/// obligations can use an index.
/// </summary>
public sealed class CommitmentDeadline
{
    private CommitmentDeadline()
    {
    }

    public CommitmentDeadlineId Id { get; private init; }

    public CommitmentId CommitmentId { get; private init; }

    public AgreementId AgreementId { get; private init; }

    /// <summary>The office that is responsible for the agreement; its calendar determines the current day.</summary>
    public string Office { get; private init; } = "";

    /// <summary>The obligated institution, also for a unit; null for an office.</summary>
    public InstitutionId? InstitutionId { get; private init; }

    /// <summary>The last day that is not late.</summary>
    public DateOnly DueOn { get; private init; }

    public ObligationProgress Status { get; private set; }

    /// <summary>The time of the first report that it is done; null again after a rejection.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>Why the last report was rejected; null if none was, or if a newer one exists.</summary>
    public string? RejectionReason { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public AccountId? ClosedBy { get; private set; }

    public string? ClosingNote { get; private set; }

    /// <summary>The proof that the closing person gave because no report contained one.</summary>
    public string? ClosingProof { get; private set; }

    public static CommitmentDeadline Of(Commitment commitment, DateOnly due, DateTimeOffset now) => new()
    {
        Id = EntityId.New<CommitmentDeadlineId>(now),
        CommitmentId = commitment.Id,
        AgreementId = commitment.AgreementId,
        Office = commitment.Office,
        InstitutionId = commitment.InstitutionId,
        DueOn = due,
    };

    /// <summary>The same for queries: what determines its status.</summary>
    public static Expression<Func<CommitmentDeadline, ObligationRow<CommitmentDeadline>>> Row { get; } = deadline => new()
    {
        Source = deadline,
        IsOpen = deadline.Status == ObligationProgress.Open,
        IsReported = deadline.Status == ObligationProgress.Reported,
        IsClosed = deadline.Status == ObligationProgress.Closed,
        DueOn = deadline.DueOn,
        Office = deadline.Office,
    };

    /// <summary>The day, in the time zone of the office, on which it was reported done.</summary>
    public DateOnly? ReportedOn => ReportedAt is { } at ? IndonesianTime.DayOf(at, IndonesianTime.ZoneOf(Office)) : null;

    /// <param name="today">The current day in the time zone of its office.</param>
    public ObligationStatus StatusOn(DateOnly today) => OverdueRule.StatusOf(Status, DueOn, today);

    /// <summary>The number of days by which it was reported late, or is late now; 0 if it is in time.</summary>
    /// <param name="today">The current day in the time zone of its office.</param>
    public int DaysLateOn(DateOnly today) => OverdueRule.DaysLate(Status, DueOn, ReportedOn, today);

    /// <summary>Its progress given a termination: nothing is owed under a terminated agreement, nor after the day of the termination.</summary>
    public ObligationProgress ProgressUnder(DateOnly? terminatedOn, DateOnly today) =>
        terminatedOn <= DueOn || terminatedOn <= today ? ObligationProgress.Closed : Status;

    internal void MarkReported(DateTimeOffset now) =>
        (Status, ReportedAt, RejectionReason) = (ObligationProgress.Reported, ReportedAt ?? now, null);

    internal void MarkRejected(string reason) => (Status, ReportedAt, RejectionReason) = (ObligationProgress.Open, null, reason);

    internal void MarkClosed(Closure closure, AccountId by, DateOnly on) =>
        (Status, ClosedOn, ClosedBy, ClosingNote, ClosingProof) = (ObligationProgress.Closed, on, by, closure.Note, closure.Proof);
}
