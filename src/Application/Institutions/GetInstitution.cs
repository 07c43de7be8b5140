using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

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
    public async Task<InstitutionDetails> Handle(GetInstitution request, CancellationToken cancellationToken) =>
        await db.Institutions
            .Where(institution => institution.Code == request.Code)
            .Select(institution => new InstitutionDetails(
                institution.Code,
                institution.Name,
                institution.Kind,
                institution.Province,
                db.Regions.Where(region => region.Code == institution.Province).Select(region => region.Name).FirstOrDefault(),
                institution.Parent,
                db.ServiceUnits.Count(unit => unit.InstitutionId == institution.Id),
                db.Results.Where(result => result.InstitutionId == institution.Id && result.UnitId == null)
                    .Select(result => result.Year).Distinct().OrderByDescending(year => year).ToList()))
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFoundException(nameof(Institution), request.Code);
}
