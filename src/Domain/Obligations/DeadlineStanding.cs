using Compliance.Domain.Common;

namespace Compliance.Domain.Obligations;

/// <summary>What decides how a deadline stands on a day.</summary>
/// <param name="ReportedAt">When it was first reported done; null where it was not, or that was rejected.</param>
/// <param name="Office">The office whose calendar says what day it is.</param>
public readonly record struct DeadlineStanding(DeadlineStatus Status, DateOnly DueOn, DateTimeOffset? ReportedAt, string Office)
{
    /// <summary>The day of the office on which it was reported done.</summary>
    public DateOnly? ReportedOn => ReportedAt is { } at ? IndonesianTime.DayOf(at, IndonesianTime.ZoneOf(Office)) : null;

    public ObligationStatus StatusOn(DateOnly today) => Status switch
    {
        DeadlineStatus.Reported => ObligationStatus.Reported,
        DeadlineStatus.Closed => ObligationStatus.Closed,
        _ => DueOn < today ? ObligationStatus.Overdue : ObligationStatus.Open,
    };

    /// <summary>By how many days it was reported late, or is late by now; 0 where it is in time.</summary>
    /// <param name="today">A day of the calendar of its office.</param>
    public int DaysLateOn(DateOnly today) => Math.Max(0, (ReportedOn ?? today).DayNumber - DueOn.DayNumber);
}
