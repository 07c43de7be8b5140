namespace Compliance.Application.Institutions;

public sealed record UnitRef(Guid Id, string Name);
