using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;

namespace Compliance.Application.Results;

/// <summary>Lists all announced results of an institution, newest year first, each with its units.</summary>
[ForEveryone]
public sealed record ListInstitutionResults(string Institution, Language Language, Paging Paging) : IRequest<Page<ResultDetails>>;

internal sealed class ListInstitutionResultsHandler(IComplianceDb db, InstrumentLibrary library)
    : IRequestHandler<ListInstitutionResults, Page<ResultDetails>>
{
    public async Task<Page<ResultDetails>> Handle(ListInstitutionResults request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var before = request.Paging.After is { } cursor ? cursor.Part<int>(0) : int.MaxValue;
        var all = await db.WithNames(db.Current().Where(result => result.InstitutionId == institution.Id && result.Year < before))
            .ToListAsync(cancellationToken);
        var rows = all.Where(row => row.Result.UnitId is null).OrderByDescending(row => row.Result.Year).Take(request.Paging.Limit + 1).ToList();
        var resolutions = await db.Resolutions([institution.Id], cancellationToken);
        var shown = new List<(ResultRow Row, ResultDetails Answer)>();

        foreach (var row in rows)
        {
            var units = all.Where(each => each.Result.UnitId is not null && each.Result.Year == row.Result.Year).ToList();
            var known = await library.Get(db, row.Result.Instrument, cancellationToken);
            var ranks = new YearRanks(await db.OfYear(row.Result.Year).Where(each => each.Kind == institution.Kind).ToListAsync(cancellationToken));
            shown.Add((row, ResultPresenter.Show(
                row, known.Instrument, request.Language, ranks.Of(row.Result), units, resolutions.Of(row.Result), null)));
        }

        return request.Paging.Cut(
            shown,
            each => each.Answer,
            each => new(each.Row.Result.Year.ToString(CultureInfo.InvariantCulture)),
            ResultPresenter.MetaOf(all));
    }
}
