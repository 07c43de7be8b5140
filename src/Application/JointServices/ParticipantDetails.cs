using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Application.Results;
using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;
using Compliance.Domain.Results;

namespace Compliance.Application.JointServices;

/// <summary>A participant of a joint service and its counter.</summary>
/// <param name="External">The name of a body outside the registry.</param>
/// <param name="LeftOn">The last day on which it takes part.</param>
/// <param name="NotBound">Whether no SPK binds it, because it is outside the registry.</param>
/// <param name="Result">The latest announced result of the unit itself.</param>
public sealed record ParticipantDetails(
    Guid Id,
    InstitutionRef? Institution,
    UnitRef? Unit,
    string? External,
    DateOnly JoinedOn,
    DateOnly? LeftOn,
    bool NotBound,
    IReadOnlyList<CounterService> Services,
    CounterResult? Result,
    IReadOnlyList<string> AllowedActions,
    int Version);

public sealed record CounterResult(int Year, ResultStatus Status, decimal? Score, CategoryLabel? Category, ZoneLabel? Zone);

/// <summary>Reads what participants are shown with: their names and announced results.</summary>
internal sealed class ParticipantPresenter(IComplianceDb db, InstrumentLibrary library, RequestContext context)
{
    public async Task<IReadOnlyList<ParticipantDetails>> Show(
        JointService service, IReadOnlyList<Participant> participants, Language language, CancellationToken cancellationToken)
    {
        var ids = participants.Select(each => each.InstitutionId).OfType<InstitutionId>().Append(service.HostId).Distinct().ToList();
        var institutions = await db.Institutions.AsNoTracking().Where(each => ids.Contains(each.Id)).ToDictionaryAsync(each => each.Id, cancellationToken);
        var unitIds = participants.Select(each => each.UnitId).OfType<ServiceUnitId>().Distinct().ToList();
        var units = await db.ServiceUnits.AsNoTracking().Where(each => unitIds.Contains(each.Id))
            .ToDictionaryAsync(each => each.Id, each => new UnitRef(each.Id.Value, each.Name), cancellationToken);
        var results = await NewestResults(unitIds, language, cancellationToken);
        IReadOnlyList<string> allowed = context.Caller.MayAt(Permission.RunJointServices, institutions[service.HostId]) ? ["changeParticipant"] : [];

        return
        [
            .. participants.Select(each => new ParticipantDetails(
                each.Id.Value,
                each.InstitutionId is { } id ? RefOf(institutions[id]) : null,
                each.UnitId is { } unit ? units[unit] : null,
                each.External,
                each.JoinedOn,
                each.LeftOn,
                each.External is not null,
                each.Services,
                each.UnitId is { } own ? results.GetValueOrDefault(own) : null,
                allowed,
                each.Version)),
        ];
    }

    private async Task<Dictionary<ServiceUnitId, CounterResult>> NewestResults(
        List<ServiceUnitId> units, Language language, CancellationToken cancellationToken)
    {
        var wanted = units.ConvertAll(unit => (ServiceUnitId?)unit);
        var rows = await db.WithNames(db.Current().Where(result => wanted.Contains(result.UnitId))).ToListAsync(cancellationToken);
        var newest = new Dictionary<ServiceUnitId, CounterResult>();

        foreach (var row in rows.GroupBy(row => row.Result.UnitId!.Value).Select(group => group.MaxBy(row => row.Result.Year)!))
        {
            var known = await library.Get(db, row.Result.Instrument, cancellationToken);
            var shown = ResultPresenter.ShowUnit(row, known.Instrument, language);
            newest.Add(row.Result.UnitId!.Value, new(shown.Year, shown.Status, shown.Score, shown.Category, shown.Zone));
        }

        return newest;
    }

    private static InstitutionRef RefOf(Institution institution) => new(institution.Code, institution.Name, institution.Kind, institution.Province);
}
