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
/// One day on which a commitment is due. It repeats agreement, office and obligated institution, which never change, so that lists of
/// what is due walk along an index.
/// </summary>
public sealed class CommitmentDeadline
{
    private CommitmentDeadline()
    {
    }

    public CommitmentDeadlineId Id { get; private init; }

    public CommitmentId CommitmentId { get; private init; }

    public AgreementId AgreementId { get; private init; }

    /// <summary>The office that looks after the agreement, whose calendar says what day it is.</summary>
    public string Office { get; private init; } = "";

    /// <summary>The obligated institution, also of a unit; null for an office.</summary>
    public InstitutionId? InstitutionId { get; private init; }

    /// <summary>The last day that is not late.</summary>
    public DateOnly DueOn { get; private init; }

    public ObligationProgress Status { get; private set; }

    /// <summary>When it was first reported done; null again where that was rejected.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>Why the last report was not enough; null where none was rejected, or another one was made since.</summary>
    public string? RejectionReason { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public AccountId? ClosedBy { get; private set; }

    public string? ClosingNote { get; private set; }

    /// <summary>What whoever closed it has seen, where no report brought a proof.</summary>
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

    /// <summary>As queries name what decides its status.</summary>
    public static Expression<Func<CommitmentDeadline, ObligationRow<CommitmentDeadline>>> Row { get; } = deadline => new()
    {
        Source = deadline,
        IsOpen = deadline.Status == ObligationProgress.Open,
        IsReported = deadline.Status == ObligationProgress.Reported,
        IsClosed = deadline.Status == ObligationProgress.Closed,
        DueOn = deadline.DueOn,
        Office = deadline.Office,
    };

    /// <summary>The day of the office on which it was reported done.</summary>
    public DateOnly? ReportedOn => ReportedAt is { } at ? IndonesianTime.DayOf(at, IndonesianTime.ZoneOf(Office)) : null;

    /// <param name="today">A day of the calendar of its office.</param>
    public ObligationStatus StatusOn(DateOnly today) => OverdueRule.StatusOf(Status, DueOn, today);

    /// <summary>By how many days it was reported late, or is late by now; 0 where it is in time.</summary>
    /// <param name="today">A day of the calendar of its office.</param>
    public int DaysLateOn(DateOnly today) => OverdueRule.DaysLate(Status, DueOn, ReportedOn, today);

    /// <summary>What is still owed: nothing under an agreement that is terminated, nor what would be due after its termination.</summary>
    public ObligationProgress ProgressUnder(DateOnly? terminatedOn, DateOnly today) =>
        terminatedOn <= DueOn || terminatedOn <= today ? ObligationProgress.Closed : Status;

    internal void MarkReported(DateTimeOffset now) =>
        (Status, ReportedAt, RejectionReason) = (ObligationProgress.Reported, ReportedAt ?? now, null);

    internal void MarkRejected(string reason) => (Status, ReportedAt, RejectionReason) = (ObligationProgress.Open, null, reason);

    internal void MarkClosed(Closure closure, AccountId by, DateOnly on) =>
        (Status, ClosedOn, ClosedBy, ClosingNote, ClosingProof) = (ObligationProgress.Closed, on, by, closure.Note, closure.Proof);
}
