using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Domain.JointServices;

namespace Compliance.Application.JointServices;

/// <summary>Returns which villages of a district a mobile service has reached.</summary>
/// <param name="District">The Kemendagri code of a kecamatan.</param>
[Needs(Permission.ReadFollowUp)]
public sealed record GetCoverage(Guid Service, string District) : IRequest<CoverageDetails>;

/// <param name="Reached">How many villages had an event.</param>
/// <param name="Share">The reached villages in per cent; null if no villages of the district are recorded.</param>
public sealed record CoverageDetails(PlaceRef District, int Reached, int Of, decimal? Share, IReadOnlyList<VillageCoverage> Villages, PageMeta Meta);

internal sealed class GetCoverageHandler(IComplianceDb db, TimeProvider clock) : IRequestHandler<GetCoverage, CoverageDetails>
{
    public async Task<CoverageDetails> Handle(GetCoverage request, CancellationToken cancellationToken)
    {
        var service = await db.JointServices.AsNoTracking().LoadJointService(request.Service, cancellationToken);
        Rule.Require(service.Kind == JointServiceKind.Mobile, JointServiceErrors.FixedHasNoEvents);
        var district = await db.Regions.FindRegion(request.District, cancellationToken);
        Rule.Require(district is not null, RegistryErrors.UnknownRegion(request.District));
        Rule.Require(district.Level == RegionLevel.District, JointServiceErrors.NotADistrict);
        var villages = await db.Regions.AsNoTracking().Where(region => region.Parent == district.Code).ToListAsync(cancellationToken);
        var coverage = DistrictCoverage.Of(villages, service, service.DayOf(clock.GetUtcNow()));

        return new(
            new(district.Code, district.Name), coverage.Reached, coverage.Villages.Count, coverage.Share, coverage.Villages, new(Licence: Licences.Regions));
    }
}
