using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Clarifications;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Clarifications;

/// <param name="Institution">The code of the institution that wrote it.</param>
/// <param name="Indicator">Null if it concerns the unit as a whole.</param>
public sealed record ClarificationDetails(
    Guid Id, int Cycle, string Institution, UnitRef Unit, string? Indicator, string Text, DateTimeOffset WrittenAt, ClarificationReply? Answer);

/// <param name="Accepted">Whether head office agrees with the institution.</param>
public sealed record ClarificationReply(string Text, bool Accepted, DateTimeOffset At);

internal static class ClarificationQueries
{
    /// <summary>Returns the unanswered clarifications of a cycle, regardless of the caller, because the decision has to wait for them.</summary>
    public static async Task<IReadOnlyList<ClarificationId>> UnansweredClarifications(
        this IComplianceDb db, CycleId cycle, CancellationToken cancellationToken) => await db.Clarifications.IgnoreQueryFilters()
            .Where(each => each.CycleId == cycle && each.AnsweredAt == null)
            .OrderBy(each => each.Id)
            .Select(each => each.Id)
            .ToListAsync(cancellationToken);

    public static IQueryable<ClarificationRow> ClarificationsWithUnits(this IComplianceDb db) =>
        from clarification in db.Clarifications.AsNoTracking()
        join unit in db.ServiceUnits on clarification.UnitId equals unit.Id
        select new ClarificationRow { Clarification = clarification, UnitName = unit.Name };

    public static async Task<ClarificationDetails> ShowClarification(
        this IComplianceDb db, ClarificationId id, CancellationToken cancellationToken) =>
        (await db.ClarificationsWithUnits().SingleAsync(row => row.Clarification.Id == id, cancellationToken)).ToDetails();

    /// <summary>Loads the institution; a liaison of another institution gets "not found".</summary>
    public static async Task<Institution> LoadOwnInstitution(
        this IComplianceDb db, string code, int year, Caller caller, CancellationToken cancellationToken) =>
        caller.SpeaksFor(code, year) ? await db.Institutions.LoadByCode(code, cancellationToken) : throw new NotFoundException(ResourceKind.Institution, code);
}

internal sealed record ClarificationRow
{
    public required Clarification Clarification { get; init; }

    public required string UnitName { get; init; }

    public ClarificationDetails ToDetails() => new(
        Clarification.Id.Value,
        Clarification.Year,
        Clarification.Institution,
        new(Clarification.UnitId.Value, UnitName),
        Clarification.Indicator,
        Clarification.Text,
        Clarification.WrittenAt,
        Clarification is { Answer: { } text, Accepted: { } accepted, AnsweredAt: { } at } ? new(text, accepted, at) : null);
}
