using Compliance.Domain.Common;

namespace Compliance.Domain.Institutions;

public readonly record struct ServiceUnitId(Guid Value) : IEntityId<ServiceUnitId>
{
    public static ServiceUnitId From(Guid value) => new(value);
}

public readonly record struct ServiceProductId(Guid Value) : IEntityId<ServiceProductId>
{
    public static ServiceProductId From(Guid value) => new(value);
}

/// <summary>The office that is scored (unit penyelenggara pelayanan publik); its name is unique in its institution.</summary>
public sealed class ServiceUnit(ServiceUnitId id, InstitutionId institutionId, string name)
{
    private readonly List<ServiceProduct> products = [];

    public ServiceUnitId Id { get; } = id;

    public InstitutionId InstitutionId { get; } = institutionId;

    public string Name { get; } = name;

    public string Key { get; } = NameMatching.Key(name);

    public IReadOnlyList<ServiceProduct> Products => products;

    public void Offer(ServiceProductId product, string name) => products.Add(new(product, name));
}

/// <summary>One service of a unit (produk layanan), such as a birth certificate.</summary>
public sealed class ServiceProduct
{
    internal ServiceProduct(ServiceProductId id, string name)
    {
        Id = id;
        Name = name;
    }

    public ServiceProductId Id { get; }

    public string Name { get; }
}
