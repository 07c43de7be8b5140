using Compliance.Domain.Access;
using Compliance.Domain.CorrectiveActions;
using Compliance.Domain.Institutions;

namespace Compliance.Application.CorrectiveActions;

internal static class CorrectiveActionRows
{
    /// <summary>Returns the corrective actions that the caller may see, with the data to show them.</summary>
    public static IQueryable<CorrectiveActionRow> CorrectiveActionRowsOf(this IComplianceDb db) =>
        from action in db.CorrectiveActions.AsNoTracking()
        join institution in db.Institutions on action.InstitutionId equals institution.Id
        join unit in db.ServiceUnits on action.UnitId equals (ServiceUnitId?)unit.Id into units
        from unit in units.DefaultIfEmpty()
        select new CorrectiveActionRow { Action = action, Institution = institution, UnitName = unit.Name };

    public static async Task<CorrectiveActionDetails> ReadCorrectiveAction(
        this IComplianceDb db, CorrectiveActionId id, Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await db.CorrectiveActionRowsOf().SingleOrDefaultAsync(each => each.Action.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.CorrectiveAction, id.Value);

        return row.ToDetails(caller, now);
    }

    /// <summary>Loads a corrective action, to change it, with its institution. Refuses another version than the caller has read.</summary>
    public static async Task<(CorrectiveAction Action, Institution Institution)> LoadCorrectiveAction(
        this IComplianceDb db, Guid actionId, ExpectedVersions version, Permission permission, Caller caller, CancellationToken cancellationToken)
    {
        var id = CorrectiveActionId.From(actionId);
        var action = await db.CorrectiveActions.SingleOrDefaultAsync(each => each.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.CorrectiveAction, actionId);
        var institution = await db.Institutions.AsNoTracking().SingleAsync(each => each.Id == action.InstitutionId, cancellationToken);
        Rule.Require(caller.MayAt(permission, institution), AccessErrors.OutsideScope);
        action.RequireVersion(version);

        return (action, institution);
    }
}

internal sealed record CorrectiveActionRow
{
    public required CorrectiveAction Action { get; init; }

    public required Institution Institution { get; init; }

    public required string? UnitName { get; init; }

    public CorrectiveActionDetails ToDetails(Caller caller, DateTimeOffset now) => new(
        Action.Id.Value,
        new(Institution.Code, Institution.Name, Institution.Kind, Institution.Province),
        Action.Kind,
        new(Action.DocumentNumber, Action.DocumentDate),
        Action.UnitId is { } unit ? new(unit.Value, UnitName!) : null,
        Action.Indicator,
        Action.Title,
        Action.DueOn,
        Action.Status,
        Action.IsLateOn(IndonesianTime.DayOf(now)),
        Action.OpenedAt,
        Action is { Report: { } report, ReportedAt: { } at } ? new(report, Action.Proof, at) : null,
        Action.RejectionReason,
        Action.ResolvedOn,
        [.. AllowedActions(caller)],
        Action.Version);

    private IEnumerable<string> AllowedActions(Caller caller)
    {
        if (caller.Id is not { } id)
        {
            yield break;
        }

        if (Action.Status != CorrectiveActionStatus.Resolved && Action.MayBeCompletedBy(AccountId.From(id)) && caller.MayAt(Permission.CompleteCorrectiveActions, Institution))
        {
            yield return "completeCorrectiveAction";
        }

        if (Action.Status == CorrectiveActionStatus.Reported
            && Action.MayBeVerifiedBy(caller, Institution)
            && caller.MayAt(Permission.VerifyCorrectiveActions, Institution))
        {
            yield return "verifyCorrectiveAction";
        }
    }
}
