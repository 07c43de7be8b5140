using Compliance.Domain.Institutions;

namespace Compliance.Application.Institutions;

/// <summary>An institution inside another answer: enough to name it and to find it.</summary>
public sealed record InstitutionRef(string Code, string Name, InstitutionKind Kind, string? Province);
