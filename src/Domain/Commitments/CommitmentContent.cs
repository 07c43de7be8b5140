using Compliance.Domain.Agreements;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.Commitments;

/// <summary>Who has to keep a commitment: an office of the Ombudsman, an institution, or one unit of it.</summary>
/// <param name="InstitutionId">The institution, also of a unit; null for an office.</param>
public sealed record ObligatedParty(string? Office, InstitutionId? InstitutionId, ServiceUnitId? UnitId)
{
    /// <summary>As it would stand among the parties of an agreement.</summary>
    public Party AsParty => Office is { } office ? Party.OfOffice(office) : Party.Of(InstitutionId!.Value, UnitId);
}

/// <summary>What a commitment follows from: an indicator, and the year of the result in which it was a finding.</summary>
/// <param name="Year">Null where no single year is meant.</param>
public sealed record CommitmentOrigin(string Indicator, int? Year);

/// <summary>What was promised.</summary>
/// <param name="PersonInCharge">The post that is responsible, never a person.</param>
/// <param name="DueOn">The one day on which it is due; null where it recurs.</param>
/// <param name="Weight">How much it counts beside others; 1 unless said otherwise.</param>
/// <param name="ScopeItem">Which item of the agreement's scope it carries out.</param>
/// <param name="Year">The work plan that took it up; that of its first deadline unless said otherwise.</param>
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
    /// <summary>Weights are hundredths.</summary>
    public const int WeightParts = 100;

    /// <summary>The days on which it is due, the first first.</summary>
    public IReadOnlyList<DateOnly> Deadlines() => DueOn is { } due ? [due] : Recurrence?.Deadlines() ?? [];
}
