using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Domain.Results;

namespace Compliance.Application.Results;

/// <summary>An institution's result of a year with its units, as it stands or as it was known at an instant.</summary>
public sealed record GetResult(string Institution, int Year, DateTimeOffset? KnownAt, Language Language) : IRequest<ResultAnswer>;

internal sealed class GetResultHandler(IComplianceDb db, InstrumentLibrary library) : IRequestHandler<GetResult, ResultAnswer>
{
    public async Task<ResultAnswer> Handle(GetResult request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var publication = await NewestAt(request.KnownAt, cancellationToken);
        var year = await db.OfInstitutions(request.Year, publication, cancellationToken);
        var row = year.SingleOrDefault(each => each.Result.InstitutionId == institution.Id)
            ?? throw new NotFoundException(nameof(Result), $"{request.Institution}/{request.Year}");
        var units = await db.WithNames(db.Standing(publication)
            .Where(result => result.InstitutionId == institution.Id && result.Year == request.Year && result.UnitId != null))
            .ToListAsync(cancellationToken);
        var known = await library.Get(db, row.Result.Instrument, cancellationToken);

        return ResultPresenter.Show(row, known.Instrument, request.Language, new Standings(year).Of(row), units, ResultPresenter.MetaOf([row, .. units]));
    }

    /// <summary>The publication that was the newest at an instant; 0 before the first, null for now.</summary>
    private async Task<int?> NewestAt(DateTimeOffset? instant, CancellationToken cancellationToken) => instant is { } at
        ? await db.Publications.Where(publication => publication.At <= at).MaxAsync(publication => (int?)publication.Number, cancellationToken) ?? 0
        : null;
}
