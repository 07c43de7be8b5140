using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Commitments;

/// <summary>The party that has to keep a commitment: an office of the Ombudsman, an institution, or one of its units.</summary>
/// <param name="InstitutionId">The institution, also for a unit; null for an office.</param>
public sealed record ObligatedParty(string? Office, InstitutionId? InstitutionId, ServiceUnitId? UnitId)
{
    /// <summary>The same as a party of an agreement.</summary>
    public Party AsParty => Office is { } office ? Party.OfOffice(office) : Party.Of(InstitutionId!.Value, UnitId);
}

/// <summary>The reason for a commitment: an indicator, and the year of the result in which it was a finding.</summary>
/// <param name="Year">Null if no single year is meant.</param>
public sealed record CommitmentOrigin(string Indicator, int? Year);

/// <summary>The content of a commitment.</summary>
/// <param name="PersonInCharge">The post that is responsible, never a person.</param>
/// <param name="DueOn">The only due day; null if it recurs.</param>
/// <param name="Weight">Its weight relative to other commitments; 1 by default.</param>
/// <param name="ScopeItem">The item of the agreement's scope that it implements.</param>
/// <param name="Year">The year of its work plan; that of its first deadline by default.</param>
public sealed record CommitmentContent(
    string Title,
    ObligatedParty Obligated,
    string PersonInCharge,
    DateOnly? DueOn,
    Recurrence? Recurrence,
    Target? Target,
    decimal Weight,
    string? ScopeItem,
    CommitmentOrigin? Answers,
    int? Year)
{
    /// <summary>Weights are counted in hundredths.</summary>
    public const int WeightParts = 100;

    /// <summary>The due days, the earliest first.</summary>
    public IReadOnlyList<DateOnly> Deadlines() => DueOn is { } due ? [due] : Recurrence?.Deadlines() ?? [];
}
