using Compliance.Application.Commitments;
using Compliance.Application.CorrectiveActions;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Obligations;

public enum FollowUpKind
{
    Commitment,
    CorrectiveAction,
}

/// <summary>Something that is due: one deadline of a commitment, or a corrective action.</summary>
/// <param name="Office">The office that looks after it.</param>
/// <param name="Obligated">Who has to do it.</param>
/// <param name="Agreement">Null for a corrective action.</param>
/// <param name="Commitment">The id of the commitment; null for a corrective action, which <paramref name="Id"/> is the id of.</param>
/// <param name="Document">By which document it was demanded; null for a commitment.</param>
/// <param name="DaysLate">Until it was reported done, or until today.</param>
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

/// <summary>What of all that is due is asked for. Null leaves a question open.</summary>
/// <param name="Institution">The code of the obligated institution.</param>
/// <param name="Office">The office that looks after it.</param>
/// <param name="Status">Empty for every status.</param>
/// <param name="DueAfter">Due on a later day than this one.</param>
/// <param name="DueBefore">Due on an earlier day than this one.</param>
public sealed record FollowUpFilter(
    string? Institution, Guid? Agreement, string? Office, FollowUpKind? Kind, IReadOnlyList<ObligationStatus> Status, DateOnly? DueAfter, DateOnly? DueBefore)
{
    internal bool ShowsCommitments => Kind != FollowUpKind.CorrectiveAction;

    /// <summary>No corrective action follows from an agreement.</summary>
    internal bool ShowsActions => Kind != FollowUpKind.Commitment && Agreement is null;

    /// <summary>Whether every status is asked for.</summary>
    internal bool IsAnyStatus => Status.Count == 0 || Enum.GetValues<ObligationStatus>().All(Status.Contains);
}
