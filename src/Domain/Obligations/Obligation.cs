using Compliance.Domain.Access;
using Compliance.Domain.Common;

namespace Compliance.Domain.Obligations;

public enum ObligationKind
{
    CorrectiveAction,

    /// <summary>Of a commitment.</summary>
    Deadline,
    AgreementEnd,
}

/// <summary>One side that is told: an institution, or an office of the Ombudsman.</summary>
/// <param name="Institution">The institution's code; null where the office itself is meant.</param>
/// <param name="Office">The office that is responsible for the institution.</param>
public readonly record struct Side(string? Institution, string Office)
{
    public static readonly Side HeadOffice = new(null, Offices.Head);

    /// <summary>As one text, such as <c>institutions/14.04</c> or <c>offices/14</c>.</summary>
    public string Key => Institution is null ? $"offices/{Office}" : $"institutions/{Institution}";
}

/// <summary>Something that is due on a day, whatever it is.</summary>
/// <param name="Owner">Whose it is, in words.</param>
/// <param name="Sides">Who owes it; of an agreement all its parties.</param>
/// <param name="PersonInCharge">The post that answers for it, in free words.</param>
/// <param name="Zone">By whose calendar it is due.</param>
/// <param name="Since">When it came into being.</param>
public sealed record Obligation(
    ObligationKind Kind,
    Guid Id,
    DateOnly DueOn,
    string Title,
    string Owner,
    IReadOnlyList<Side> Sides,
    string? PersonInCharge,
    IndonesianZone Zone,
    ObligationProgress Progress,
    DateTimeOffset Since,
    int Version)
{
    /// <summary>Nobody is reminded of what waits for somebody else's word.</summary>
    public bool IsRemindedOf => Progress == ObligationProgress.Open;
}
