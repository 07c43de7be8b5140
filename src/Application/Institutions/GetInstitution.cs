using Compliance.Application.Access;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

[ForEveryone]
public sealed record GetInstitution(string Code) : IRequest<InstitutionDetails>;

/// <param name="Years">The years with an announced result, newest first.</param>
public sealed record InstitutionDetails(
    string Code,
    string Name,
    InstitutionKind Kind,
    string? Province,
    string? ProvinceName,
    string? Parent,
    int Units,
    IReadOnlyList<int> Years);

internal sealed class GetInstitutionHandler(IComplianceDb db) : IRequestHandler<GetInstitution, InstitutionDetails>
{
    public async Task<InstitutionDetails> Handle(GetInstitution request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Code, cancellationToken);
        var provinceName = await db.Regions
            .Where(region => region.Code == institution.Province)
            .Select(region => region.Name)
            .SingleOrDefaultAsync(cancellationToken);
        var units = await db.ServiceUnits.CountAsync(unit => unit.InstitutionId == institution.Id, cancellationToken);
        var years = await db.Results
            .Where(result => result.InstitutionId == institution.Id && result.UnitId == null)
            .Select(result => result.Year)
            .Distinct()
            .OrderByDescending(year => year)
            .ToListAsync(cancellationToken);

        return new(
            institution.Code, institution.Name, institution.Kind, institution.Province, provinceName, institution.Parent, units, years);
    }
}
