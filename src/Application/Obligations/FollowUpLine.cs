using Compliance.Application.Commitments;
using Compliance.Application.CorrectiveActions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

public enum FollowUpKind
{
    Commitment,
    CorrectiveAction,
}

/// <summary>An obligation: one deadline of a commitment, or a corrective action.</summary>
/// <param name="Office">The office that is responsible for it.</param>
/// <param name="Obligated">The side that has to fulfil it.</param>
/// <param name="Agreement">Null for a corrective action.</param>
/// <param name="Commitment">The id of the commitment; null for a corrective action, whose id is <paramref name="Id"/>.</param>
/// <param name="Document">The document that demands it; null for a commitment.</param>
/// <param name="DaysLate">Counted until it was reported done, or until today.</param>
public sealed record FollowUpLine(
    Guid Id,
    FollowUpKind Kind,
    string Title,
    string Office,
    ObligatedRef Obligated,
    AgreementRef? Agreement,
    Guid? Commitment,
    DocumentRef? Document,
    string? PersonInCharge,
    DateOnly DueOn,
    ObligationStatus Status,
    int DaysLate);

/// <summary>The filter of the follow-up list. Null does not filter.</summary>
/// <param name="Institution">The code of the obligated institution.</param>
/// <param name="Office">The office that is responsible for it.</param>
/// <param name="Status">Empty does not filter.</param>
/// <param name="DueAfter">Due on a later day than this one.</param>
/// <param name="DueBefore">Due on an earlier day than this one.</param>
public sealed record FollowUpFilter(
    string? Institution, Guid? Agreement, string? Office, FollowUpKind? Kind, IReadOnlyList<ObligationStatus> Status, DateOnly? DueAfter, DateOnly? DueBefore)
{
    internal bool ShowsCommitments => Kind != FollowUpKind.CorrectiveAction;

    /// <summary>Corrective actions have no agreement, so a filter by agreement excludes them.</summary>
    internal bool ShowsActions => Kind != FollowUpKind.Commitment && Agreement is null;

    /// <summary>Whether the filter includes every status.</summary>
    internal bool IsAnyStatus => Status.Count == 0 || Enum.GetValues<ObligationStatus>().All(Status.Contains);
}
