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

/// <summary>What a reminder is known by: there is one for each, however often the program looks.</summary>
/// <param name="Side">The key of the side that is told.</param>
public readonly record struct ReminderKey(ObligationKind Kind, Guid Subject, DateOnly DueOn, EscalationStep Step, string Side);

/// <summary>That somebody was told of something that is due: the record of it, and what a caller reads in the program itself.</summary>
public sealed class Reminder
{
    private Reminder()
    {
    }

    public ReminderId Id { get; private init; }

    public ObligationKind Kind { get; private init; }

    public Guid Subject { get; private init; }

    public DateOnly DueOn { get; private init; }

    /// <summary>Days from the due day; below zero before it.</summary>
    public int Step { get; private init; }

    public ContactPost Audience { get; private init; }

    public string Side { get; private init; } = "";

    public string? Institution { get; private init; }

    public string Office { get; private init; } = "";

    public string Title { get; private init; } = "";

    /// <summary>Whose it is, in words.</summary>
    public string Owner { get; private init; } = "";

    /// <summary>The day on which it was told, in the calendar by which the thing is due.</summary>
    public DateOnly Day { get; private init; }

    public DateTimeOffset At { get; private init; }

    public ReminderKey Key => new(Kind, Subject, DueOn, new(Step, Audience), Side);

    /// <summary>What is told.</summary>
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

/// <summary>That an account has read a reminder.</summary>
public sealed class ReminderReadMark(ReminderId reminderId, AccountId accountId, DateTimeOffset at)
{
    public ReminderId ReminderId { get; } = reminderId;

    public AccountId AccountId { get; } = accountId;

    public DateTimeOffset At { get; } = at;
}
