using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Contacts;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Reminders;

public readonly record struct ReminderId(Guid Value) : IEntityId<ReminderId>
{
    public static ReminderId From(Guid value) => new(value);

    public static bool operator <(ReminderId left, ReminderId right) => left.Value < right.Value;

    public static bool operator >(ReminderId left, ReminderId right) => left.Value > right.Value;
}

/// <summary>The identity of a reminder: there is only one for each key, however often the program checks.</summary>
/// <param name="Side">The key of the notified side.</param>
public readonly record struct ReminderKey(ObligationKind Kind, Guid Subject, DateOnly DueOn, EscalationStep Step, string Side);

/// <summary>The record that a side was reminded of an obligation; callers read it as a notification.</summary>
public sealed class Reminder
{
    private Reminder()
    {
    }

    public ReminderId Id { get; private init; }

    public ObligationKind Kind { get; private init; }

    public Guid Subject { get; private init; }

    public DateOnly DueOn { get; private init; }

    /// <summary>Days relative to the due day; negative before it.</summary>
    public int Step { get; private init; }

    public ContactPost Audience { get; private init; }

    public string Side { get; private init; } = "";

    public string? Institution { get; private init; }

    public string Office { get; private init; } = "";

    public string Title { get; private init; } = "";

    /// <summary>The names of the institutions that owe the obligation, or the Ombudsman.</summary>
    public string Owner { get; private init; } = "";

    /// <summary>The day of the reminder, in the calendar of the obligation.</summary>
    public DateOnly Day { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ReminderKey Key => new(Kind, Subject, DueOn, new(Step, Audience), Side);

    /// <summary>The text of the reminder.</summary>
    public LocalizedText Words => ReminderText.Of(this);

    public static Reminder Create(Obligation thing, EscalationStep step, Side side, DateOnly day, DateTimeOffset now) => new()
    {
        Id = EntityId.New<ReminderId>(now),
        Kind = thing.Kind,
        Subject = thing.Id,
        DueOn = thing.DueOn,
        Step = step.Days,
        Audience = step.Audience,
        Side = side.Key,
        Institution = side.Institution,
        Office = side.Office,
        Title = thing.Title,
        Owner = thing.Owner,
        Day = day,
        At = now,
    };
}

/// <summary>The record that an account has read a reminder.</summary>
public sealed class ReminderReadMark(ReminderId reminderId, AccountId accountId, DateTimeOffset at)
{
    public ReminderId ReminderId { get; } = reminderId;

    public AccountId AccountId { get; } = accountId;

    public DateTimeOffset At { get; } = at;
}
