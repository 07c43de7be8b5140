using Compliance.Domain.Access;
using Compliance.Domain.Common;

namespace Compliance.Domain.Obligations;

public enum ObligationKind
{
    CorrectiveAction,

    /// <summary>A deadline of a commitment.</summary>
    Deadline,
    AgreementEnd,
}

/// <summary>One side that is notified: an institution, or an office of the Ombudsman.</summary>
/// <param name="Institution">The institution's code; null for the office itself.</param>
/// <param name="Office">The office that is responsible for the institution.</param>
public readonly record struct Side(string? Institution, string Office)
{
    public static readonly Side HeadOffice = new(null, Offices.Head);

    /// <summary>The side as one text, such as <c>institutions/14.04</c> or <c>offices/14</c>.</summary>
    public string Key => Institution is null ? $"offices/{Office}" : $"institutions/{Institution}";
}

/// <summary>Anything that is due on a day.</summary>
/// <param name="Owner">The names of the institutions that owe it, or the Ombudsman.</param>
/// <param name="Sides">The sides that owe it; for an agreement all its parties.</param>
/// <param name="PersonInCharge">The responsible post, as free text.</param>
/// <param name="Zone">The time zone whose calendar applies.</param>
/// <param name="Since">When it arose.</param>
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
    /// <summary>Whether reminders are sent; not while it waits for somebody else's decision.</summary>
    public bool IsRemindedOf => Progress == ObligationProgress.Open;
}
