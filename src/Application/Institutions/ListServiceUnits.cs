using Compliance.Application.Access;

namespace Compliance.Application.Institutions;

/// <summary>Lists the service units of an institution, by name.</summary>
[ForEveryone]
public sealed record ListServiceUnits(string Institution, Paging Paging) : IRequest<Page<ServiceUnitLine>>;

public sealed record ServiceUnitLine(Guid Id, string Name, string Institution, int Products);

internal sealed class ListServiceUnitsHandler(IComplianceDb db) : IRequestHandler<ListServiceUnits, Page<ServiceUnitLine>>
{
    public async Task<Page<ServiceUnitLine>> Handle(ListServiceUnits request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var units = db.ServiceUnits.AsNoTracking().Where(unit => unit.InstitutionId == institution.Id);

        if (request.Paging.After is { } cursor)
        {
            var after = cursor.Parts[0];
            units = units.Where(unit => string.Compare(unit.Key, after) > 0);
        }

        var rows = await units
            .OrderBy(unit => unit.Key)
            .Take(request.Paging.Limit + 1)
            .Select(unit => new { unit.Key, Line = new ServiceUnitLine(unit.Id.Value, unit.Name, request.Institution, unit.Products.Count) })
            .ToListAsync(cancellationToken);

        return request.Paging.Cut(rows, row => row.Line, row => new(row.Key));
    }
}
