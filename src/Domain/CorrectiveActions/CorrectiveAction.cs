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

/// <summary>The kinds of obligation that the Ombudsman imposes on an institution (tindakan korektif, saran perbaikan, rekomendasi).</summary>
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

/// <summary>The demand of a corrective action and the document that imposes it.</summary>
/// <param name="UnitId">The unit concerned; null for the institution as a whole.</param>
/// <param name="Indicator">The code of the indicator that it follows from.</param>
/// <param name="DueOn">The last day, in Indonesian time, that is not late.</param>
public sealed record CorrectiveActionContent(
    CorrectiveActionKind Kind, string DocumentNumber, DateOnly DocumentDate, ServiceUnitId? UnitId, string? Indicator, string Title, DateOnly DueOn);

/// <summary>
/// An obligation of an institution towards the Ombudsman. Three different persons open it, report it done and
/// verify the report; it never changes score or zone.
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

    /// <summary>The institution's last report of what it has done.</summary>
    public string? Report { get; private set; }

    public string? Proof { get; private set; }

    public AccountId? ReportedBy { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>Why the last report was rejected; null if none was, or if a newer one exists.</summary>
    public string? RejectionReason { get; private set; }

    public AccountId? VerifiedBy { get; private set; }

    public DateOnly? ResolvedOn { get; private set; }

    public int Version { get; private set; } = 1;

    /// <summary>Its status in the common terms of all obligations.</summary>
    public ObligationProgress Progress => Status switch
    {
        CorrectiveActionStatus.Open => ObligationProgress.Open,
        CorrectiveActionStatus.Reported => ObligationProgress.Reported,
        _ => ObligationProgress.Closed,
    };

    /// <summary>The same for queries: what determines its status. It follows the calendar of the head office.</summary>
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

    /// <summary>Opened by the Ombudsman, never by a member of the institution.</summary>
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

    /// <summary>Whether it has the same content, so that a repeated request is recognised.</summary>
    public bool SaysTheSameAs(InstitutionId institution, CorrectiveActionContent content) => InstitutionId == institution && Content == content;

    /// <summary>The institution reports that it is done. A further report before the verification replaces the earlier one.</summary>
    public void Complete(string report, string? proof, AccountId by, DateTimeOffset now)
    {
        Rule.Require(Status != CorrectiveActionStatus.Resolved, CorrectiveActionErrors.ActionResolved);
        Rule.Require(MayBeCompletedBy(by), CorrectiveActionErrors.DutiesOverlap);

        (Status, Report, Proof, ReportedBy, ReportedAt, RejectionReason) = (CorrectiveActionStatus.Reported, report, proof, by, now, null);
        Version++;
    }

    /// <param name="institution">The obligated institution.</param>
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

    /// <param name="institution">The obligated institution.</param>
    public bool MayBeVerifiedBy(Caller caller, Institution institution) => caller.Id is { } id
        && SeparationOfDuties.IsSecondPerson(AccountId.From(id), OpenedBy, ReportedBy)
        && !SeparationOfDuties.IsOwnSide(caller, institution.Code);

    /// <summary>Whether it was reported after its due day, or is past it without a report.</summary>
    /// <param name="today">The current day in Indonesian time.</param>
    public bool IsLateOn(DateOnly today) => DaysLateOn(today) > 0;

    /// <summary>The number of days by which it was reported late, or is late now; 0 if it is in time.</summary>
    public int DaysLateOn(DateOnly today) =>
        OverdueRule.DaysLate(Progress, DueOn, ReportedAt is { } reported ? IndonesianTime.DayOf(reported) : null, today);

    public ObligationStatus StatusOn(DateOnly today) => OverdueRule.StatusOf(Progress, DueOn, today);
}
