using Compliance.Application.Institutions;
using Compliance.Domain.CorrectiveActions;

namespace Compliance.Application.CorrectiveActions;

/// <summary>A corrective action of an institution.</summary>
/// <param name="Indicator">The code of the indicator that it results from.</param>
/// <param name="Late">Whether it was reported after the due day, or is overdue.</param>
/// <param name="Completion">The latest report of the institution.</param>
/// <param name="Rejection">Why the last report was rejected; null once there is a newer report.</param>
public sealed record CorrectiveActionDetails(
    Guid Id,
    InstitutionRef Institution,
    CorrectiveActionKind Kind,
    DocumentRef Document,
    UnitRef? Unit,
    string? Indicator,
    string Title,
    DateOnly DueOn,
    CorrectiveActionStatus Status,
    bool Late,
    DateTimeOffset OpenedAt,
    CompletionDetails? Completion,
    string? Rejection,
    DateOnly? ResolvedOn,
    IReadOnlyList<string> AllowedActions,
    int Version);

public sealed record DocumentRef(string Number, DateOnly Date);

public sealed record CompletionDetails(string Text, string? Proof, DateTimeOffset At);
