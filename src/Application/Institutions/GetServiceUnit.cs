using AutoMapper;
using AutoMapper.QueryableExtensions;
using Compliance.Application.Access;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

[ForEveryone]
public sealed record GetServiceUnit(Guid Id) : IRequest<ServiceUnitDetails>;

public sealed record ServiceUnitDetails
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<ServiceProductLine> Products { get; init; }

    public InstitutionRef? Institution { get; init; }
}

public sealed record ServiceProductLine
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }
}

internal sealed class GetServiceUnitProfile : Profile
{
    public GetServiceUnitProfile()
    {
        CreateProjection<ServiceUnit, ServiceUnitDetails>()
            .ForMember(details => details.Id, to => to.MapFrom(unit => unit.Id.Value))
            .ForMember(details => details.Institution, to => to.Ignore())
            .ForMember(details => details.Products, to => to.MapFrom(unit => unit.Products.OrderBy(product => product.Id)));
        CreateProjection<ServiceProduct, ServiceProductLine>()
            .ForMember(line => line.Id, to => to.MapFrom(product => product.Id.Value));
    }
}

internal sealed class GetServiceUnitHandler(IComplianceDb db, IConfigurationProvider mappings) : IRequestHandler<GetServiceUnit, ServiceUnitDetails>
{
    public async Task<ServiceUnitDetails> Handle(GetServiceUnit request, CancellationToken cancellationToken)
    {
        var id = ServiceUnitId.From(request.Id);
        var details = await db.ServiceUnits
            .Where(unit => unit.Id == id)
            .ProjectTo<ServiceUnitDetails>(mappings)
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException(ResourceKind.ServiceUnit, request.Id);
        var owner = await db.ServiceUnits
            .Where(unit => unit.Id == id)
            .Join(db.Institutions, unit => unit.InstitutionId, institution => institution.Id, (_, institution) => institution)
            .Select(institution => new InstitutionRef(institution.Code, institution.Name, institution.Kind, institution.Province))
            .SingleAsync(cancellationToken);

        return details with { Institution = owner };
    }
}
