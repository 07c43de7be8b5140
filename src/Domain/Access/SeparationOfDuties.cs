namespace Compliance.Domain.Access;

/// <summary>
/// Nobody confirms what they have worked on: a second person verifies, reviews, scores again, moderates or closes; where one side owes something, somebody of
/// the other side does. The calling code says who has worked on it, and throws its own error.
/// </summary>
public static class SeparationOfDuties
{
    /// <param name="workers">Everybody who has worked on it; null for a step that was not taken.</param>
    public static bool IsSecondPerson(AccountId person, params IEnumerable<AccountId?> workers) => !workers.Contains(person);

    /// <param name="actor">The person, as the audit names it.</param>
    /// <param name="workers">Everybody who has worked on it, as the audit names them.</param>
    public static bool IsSecondPerson(string actor, IEnumerable<string> workers) => !workers.Contains(actor, StringComparer.Ordinal);

    /// <summary>Whether the caller belongs to the side that owes something. All offices of the Ombudsman are one side.</summary>
    /// <param name="institution">The code of the institution that owes it; null if the Ombudsman does.</param>
    public static bool IsOwnSide(Caller caller, string? institution) => institution is { } code
        ? caller.BelongsTo(code)
        : caller.Grants.Any(grant => grant.Institution is null && grant.Role.Permissions().Contains(Permission.ReadFollowUp));
}
