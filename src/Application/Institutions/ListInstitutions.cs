using AutoMapper;
using AutoMapper.QueryableExtensions;
using Compliance.Application.Access;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

/// <summary>Lists institutions by code; <paramref name="Search"/> matches parts of names, ignoring case and spaces.</summary>
[ForEveryone]
public sealed record ListInstitutions(InstitutionKind? Kind, string? Province, string? Search, Paging Paging) : IRequest<Page<InstitutionLine>>;

public sealed record InstitutionLine
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required InstitutionKind Kind { get; init; }

    public required string? Province { get; init; }

    public required string? Parent { get; init; }
}

internal sealed class ListInstitutionsProfile : Profile
{
    public ListInstitutionsProfile() => CreateProjection<Institution, InstitutionLine>();
}

internal sealed class ListInstitutionsHandler(IComplianceDb db, IConfigurationProvider mappings)
    : IRequestHandler<ListInstitutions, Page<InstitutionLine>>
{
    public async Task<Page<InstitutionLine>> Handle(ListInstitutions request, CancellationToken cancellationToken)
    {
        var rows = await Matching(request)
            .OrderBy(institution => institution.Code)
            .Take(request.Paging.Limit + 1)
            .ProjectTo<InstitutionLine>(mappings)
            .ToListAsync(cancellationToken);

        return request.Paging.Cut(rows, row => row, row => new(row.Code), new(Licence: Licences.Regions));
    }

    private IQueryable<Institution> Matching(ListInstitutions request)
    {
        var institutions = db.Institutions.AsNoTracking();

        if (request.Kind is { } kind)
        {
            institutions = institutions.Where(institution => institution.Kind == kind);
        }

        if (request.Province is { } province)
        {
            institutions = institutions.Where(institution => institution.Province == province);
        }

        if (request.Search is { } search)
        {
            var key = NameMatching.Key(search);
            institutions = institutions.Where(institution => key != "" && institution.Key.Contains(key));
        }

        if (request.Paging.After is { } cursor)
        {
            var after = cursor.Parts[0];
            institutions = institutions.Where(institution => string.Compare(institution.Code, after) > 0);
        }

        return institutions;
    }
}
