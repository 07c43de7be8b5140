using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;

namespace Compliance.Application.Results;

/// <summary>Returns an institution's result of a year with its units, as it is now or as it was known at an instant.</summary>
[ForEveryone]
public sealed record GetResult(string Institution, int Year, DateTimeOffset? KnownAt, Language Language) : IRequest<ResultDetails>;

internal sealed class GetResultHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<GetResult, ResultDetails>
{
    public async Task<ResultDetails> Handle(GetResult request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var publication = await NewestAt(request.KnownAt, cancellationToken);
        var rows = await db.WithNames(db.Current(publication)
            .Where(result => result.InstitutionId == institution.Id && result.Year == request.Year))
            .ToListAsync(cancellationToken);
        var row = rows.SingleOrDefault(each => each.Result.UnitId is null)
            ?? throw new NotFoundException(ResourceKind.Result, $"{request.Institution}/{request.Year}");
        var units = rows.Where(each => each.Result.UnitId is not null).ToList();
        var known = await library.Get(db, row.Result.Instrument, cancellationToken);
        var ranks = new YearRanks(await db.OfYear(request.Year, publication)
            .Where(each => each.Kind == institution.Kind)
            .ToListAsync(cancellationToken));

        var clearance = (await db.Resolutions([institution.Id], cancellationToken)).Of(row.Result);

        return ResultPresenter.Show(row, known.Instrument, request.Language, ranks.Of(row.Result), units, clearance, ResultPresenter.MetaOf(rows));
    }

    /// <summary>Returns the newest publication at an instant; 0 before the first one, null for now.</summary>
    private async Task<int?> NewestAt(DateTimeOffset? instant, CancellationToken cancellationToken) => instant is { } at
        ? await db.Publications.Where(publication => publication.At <= at).MaxAsync(publication => (int?)publication.Number, cancellationToken) ?? 0
        : null;
}
