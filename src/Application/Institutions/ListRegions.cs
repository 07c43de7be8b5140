using AutoMapper;
using AutoMapper.QueryableExtensions;
using Compliance.Application.Access;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

/// <summary>Lists the regions below a parent, or the provinces, by code.</summary>
[ForEveryone]
public sealed record ListRegions(string? Parent, Paging Paging) : IRequest<Page<RegionLine>>;

public sealed record RegionLine
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required RegionLevel Level { get; init; }

    public required string? Parent { get; init; }
}

internal sealed class ListRegionsProfile : Profile
{
    public ListRegionsProfile() => CreateProjection<Region, RegionLine>();
}

internal sealed class ListRegionsHandler(IComplianceDb db, IConfigurationProvider mappings) : IRequestHandler<ListRegions, Page<RegionLine>>
{
    public async Task<Page<RegionLine>> Handle(ListRegions request, CancellationToken cancellationToken)
    {
        var regions = db.Regions.AsNoTracking().Where(region => region.Parent == request.Parent);

        if (request.Paging.After is { } cursor)
        {
            var after = cursor.Parts[0];
            regions = regions.Where(region => string.Compare(region.Code, after) > 0);
        }

        var rows = await regions
            .OrderBy(region => region.Code)
            .Take(request.Paging.Limit + 1)
            .ProjectTo<RegionLine>(mappings)
            .ToListAsync(cancellationToken);

        return request.Paging.Cut(rows, row => row, row => new(row.Code), new(Licence: Licences.Regions));
    }
}
