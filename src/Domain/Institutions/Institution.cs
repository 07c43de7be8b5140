using Compliance.Domain.Common;

namespace Compliance.Domain.Institutions;

public readonly record struct InstitutionId(Guid Value) : IEntityId<InstitutionId>
{
    public static InstitutionId From(Guid value) => new(value);
}

/// <summary>The body that is ranked and receives a zone (instansi).</summary>
/// <param name="code">A Kemendagri code for governments, a slug for all others; identifies it in the API.</param>
/// <param name="province">The two-digit code of its province; null for national bodies.</param>
/// <param name="parent">The code of the superior body, such as the national police for a Polres.</param>
public sealed class Institution(InstitutionId id, string code, string name, InstitutionKind kind, string? province, string? parent)
{
    public InstitutionId Id { get; } = id;

    public string Code { get; } = code;

    public string Name { get; } = name;

    public InstitutionKind Kind { get; } = kind;

    public string? Province { get; } = province;

    public string? Parent { get; } = parent;

    /// <summary>The normalised name that searches and exact names are compared with (see <see cref="NameMatching.Key"/>).</summary>
    public string Key { get; } = NameMatching.Key(name);
}
