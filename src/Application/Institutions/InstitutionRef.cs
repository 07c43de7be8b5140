using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

/// <summary>An institution inside another response.</summary>
public sealed record InstitutionRef(string Code, string Name, InstitutionKind Kind, string? Province);
