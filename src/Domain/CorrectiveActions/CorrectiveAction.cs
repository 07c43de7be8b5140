using System.Linq.Expressions;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.CorrectiveActions;

public readonly record struct CorrectiveActionId(Guid Value) : IEntityId<CorrectiveActionId>
{
    public static CorrectiveActionId From(Guid value) => new(value);

    public static bool operator <(CorrectiveActionId left, CorrectiveActionId right) => left.Value < right.Value;

    public static bool operator >(CorrectiveActionId left, CorrectiveActionId right) => left.Value > right.Value;
}

/// <summary>What the Ombudsman obliges an institution by (tindakan korektif, saran perbaikan, rekomendasi).</summary>
public enum CorrectiveActionKind
{
    CorrectiveAction,
    ImprovementAdvice,
    Recommendation,
}

public enum CorrectiveActionStatus
{
    Open,
    Reported,
    Resolved,
}

/// <summary>What a corrective action demands, and by which document.</summary>
/// <param name="UnitId">The unit that it is about; null for the institution as a whole.</param>
/// <param name="Indicator">The code of the indicator that it follows from.</param>
/// <param name="DueOn">The last day of Indonesian time that is not late.</param>
public sealed record CorrectiveActionContent(
    CorrectiveActionKind Kind, string DocumentNumber, DateOnly DocumentDate, ServiceUnitId? UnitId, string? Indicator, string Title, DateOnly DueOn);

/// <summary>
/// An open obligation of an institution towards the Ombudsman. Three different persons open it, report it done and
/// verify that; it never touches score or zone.
/// </summary>
public sealed class CorrectiveAction : IVersioned
{
    private CorrectiveAction()
    {
    }

    public CorrectiveActionId Id { get; private init; }

    public InstitutionId InstitutionId { get; private init; }

    public CorrectiveActionKind Kind { get; private init; }

    public string DocumentNumber { get; private init; } = "";

    public DateOnly DocumentDate { get; private init; }

    public ServiceUnitId? UnitId { get; private init; }

    public string? Indicator { get; private init; }

    public string Title { get; private init; } = "";

    public DateOnly DueOn { get; private init; }

    public AccountId OpenedBy { get; private init; }

    public DateTimeOffset OpenedAt { get; private init; }

    public CorrectiveActionStatus Status { get; private set; }

    /// <summary>What the institution has done, as it said last.</summary>
    public string? Report { get; private set; }

    public string? Proof { get; private set; }

    public AccountId? ReportedBy { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>Why the last report was not enough; null where none was rejected, or another one was made since.</summary>
    public string? RejectionReason { get; private set; }

    public AccountId? VerifiedBy { get; private set; }

    public DateOnly? ResolvedOn { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Its status in the words of all that is due.</summary>
    public ObligationProgress Progress => Status switch
    {
        CorrectiveActionStatus.Open => ObligationProgress.Open,
        CorrectiveActionStatus.Reported => ObligationProgress.Reported,
        _ => ObligationProgress.Closed,
    };

    /// <summary>As queries name what decides its status in the words of all that is due. It runs by the calendar of the head office.</summary>
    public static Expression<Func<CorrectiveAction, ObligationRow<CorrectiveAction>>> Row { get; } = action => new()
    {
        Source = action,
        IsOpen = action.Status == CorrectiveActionStatus.Open,
        IsReported = action.Status == CorrectiveActionStatus.Reported,
        IsClosed = action.Status == CorrectiveActionStatus.Resolved,
        DueOn = action.DueOn,
        Office = Offices.Head,
    };

    private CorrectiveActionContent Content => new(Kind, DocumentNumber, DocumentDate, UnitId, Indicator, Title, DueOn);

    /// <summary>The Ombudsman opens it, never the institution's own people.</summary>
    public static CorrectiveAction Open(CorrectiveActionId id, Institution institution, CorrectiveActionContent content, Caller by, DateTimeOffset now)
    {
        Rule.Require(!SeparationOfDuties.IsOwnSide(by, institution.Code), CorrectiveActionErrors.DutiesOverlap);
        Rule.Require(content.DueOn >= content.DocumentDate, CorrectiveActionErrors.DueBeforeDocument);

        return new()
        {
            Id = id,
            InstitutionId = institution.Id,
            Kind = content.Kind,
            DocumentNumber = content.DocumentNumber,
            DocumentDate = content.DocumentDate,
            UnitId = content.UnitId,
            Indicator = content.Indicator,
            Title = content.Title,
            DueOn = content.DueOn,
            OpenedBy = AccountId.From(by.Id!.Value),
            OpenedAt = now,
        };
    }

    /// <summary>Whether the same was opened before, so that a repeated request is recognised.</summary>
    public bool SaysTheSameAs(InstitutionId institution, CorrectiveActionContent content) => InstitutionId == institution && Content == content;

    /// <summary>The institution says that it is done. Once more, before anybody has verified, says it better.</summary>
    public void Complete(string report, string? proof, AccountId by, DateTimeOffset now)
    {
        Rule.Require(Status != CorrectiveActionStatus.Resolved, CorrectiveActionErrors.ActionResolved);
        Rule.Require(MayBeCompletedBy(by), CorrectiveActionErrors.DutiesOverlap);

        (Status, Report, Proof, ReportedBy, ReportedAt, RejectionReason) = (CorrectiveActionStatus.Reported, report, proof, by, now, null);
        Version++;
    }

    /// <param name="institution">The one that is obliged.</param>
    public void Verify(bool accepted, string? reason, Caller by, Institution institution, DateTimeOffset now)
    {
        Rule.Require(Status == CorrectiveActionStatus.Reported, CorrectiveActionErrors.ActionNotReported);
        Rule.Require(MayBeVerifiedBy(by, institution), CorrectiveActionErrors.DutiesOverlap);
        Rule.Require(accepted || !string.IsNullOrWhiteSpace(reason), ObligationErrors.RejectionReasonNeeded);

        (Status, RejectionReason, VerifiedBy, ResolvedOn) = accepted
            ? (CorrectiveActionStatus.Resolved, null, AccountId.From(by.Id!.Value), IndonesianTime.DayOf(now))
            : (CorrectiveActionStatus.Open, reason, (AccountId?)null, (DateOnly?)null);
        Version++;
    }

    public bool MayBeCompletedBy(AccountId account) => SeparationOfDuties.IsSecondPerson(account, OpenedBy);

    /// <param name="institution">The one that is obliged.</param>
    public bool MayBeVerifiedBy(Caller caller, Institution institution) => caller.Id is { } id
        && SeparationOfDuties.IsSecondPerson(AccountId.From(id), OpenedBy, ReportedBy)
        && !SeparationOfDuties.IsOwnSide(caller, institution.Code);

    /// <summary>Whether it was reported after its due date, or is past it and waits for a report.</summary>
    /// <param name="today">A day of Indonesian time.</param>
    public bool IsLateOn(DateOnly today) => DaysLateOn(today) > 0;

    /// <summary>By how many days it was reported late, or is late by now; 0 where it is in time.</summary>
    public int DaysLateOn(DateOnly today) =>
        OverdueRule.DaysLate(Progress, DueOn, ReportedAt is { } reported ? IndonesianTime.DayOf(reported) : null, today);

    public ObligationStatus StatusOn(DateOnly today) => OverdueRule.StatusOf(Progress, DueOn, today);
}
