using Compliance.Application.Institutions;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

/// <summary>An agreement.</summary>
/// <param name="Number">The number that the Ombudsman gave it.</param>
/// <param name="Continues">The agreement that it extends.</param>
/// <param name="ContinuedBy">The agreements that extend it, signed or not, as far as the caller may see them.</param>
/// <param name="Office">The office that is responsible for it; the status follows the calendar of that office.</param>
/// <param name="EffectiveTo">The last day in force.</param>
public sealed record AgreementDetails(
    Guid Id,
    AgreementKind Kind,
    string? Number,
    string Title,
    Guid? Parent,
    Guid? Continues,
    IReadOnlyList<Guid> ContinuedBy,
    string Office,
    IReadOnlyList<PartyDetails> Parties,
    DateOnly? SignedOn,
    DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo,
    IReadOnlyList<string> Scope,
    IReadOnlyList<ScopeItem> ScopeItems,
    string? ScopeNote,
    AgreementStatus Status,
    IReadOnlyList<FormationStep> Steps,
    TerminationDetails? Termination,
    CommitmentCounts Commitments,
    DateTimeOffset RegisteredAt,
    IReadOnlyList<string> AllowedActions,
    int Version);

/// <summary>A party: exactly one of institution, office and unit is set.</summary>
/// <param name="Institution">The code of the institution.</param>
/// <param name="BelongsTo">The institution to which a unit belongs.</param>
/// <param name="Number">The number that the party itself gave the agreement.</param>
public sealed record PartyDetails(
    string? Institution, string? Office, Guid? Unit, string Name, InstitutionRef? BelongsTo, string? Role, string? Number, Signatory? Signatory);

/// <param name="On">The first day on which it is no longer in force.</param>
public sealed record TerminationDetails(DateOnly On, string Reason);
