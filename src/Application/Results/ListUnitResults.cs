using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;

namespace Compliance.Application.Results;

/// <summary>Lists all announced results of a service unit, newest year first.</summary>
[ForEveryone]
public sealed record ListUnitResults(Guid Unit, Language Language, Paging Paging) : IRequest<Page<UnitResultDetails>>;

internal sealed class ListUnitResultsHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<ListUnitResults, Page<UnitResultDetails>>
{
    public async Task<Page<UnitResultDetails>> Handle(ListUnitResults request, CancellationToken cancellationToken)
    {
        var unit = await db.ServiceUnits.LoadById(request.Unit, cancellationToken);
        var before = request.Paging.After is { } cursor ? cursor.Part<int>(0) : int.MaxValue;
        var rows = await db.WithNames(db.Current().Where(result => result.UnitId == unit.Id && result.Year < before)
            .OrderByDescending(result => result.Year).Take(request.Paging.Limit + 1)).ToListAsync(cancellationToken);
        var shown = new List<UnitResultDetails>();

        foreach (var row in rows.OrderByDescending(row => row.Result.Year))
        {
            var known = await library.Get(db, row.Result.Instrument, cancellationToken);
            shown.Add(ResultPresenter.ShowUnit(row, known.Instrument, request.Language));
        }

        return request.Paging.Cut(
            shown, answer => answer, answer => new(answer.Year.ToString(CultureInfo.InvariantCulture)), ResultPresenter.MetaOf(rows));
    }
}
