using System.Text;
using Compliance.Domain.Common;
using Compliance.Domain.Contacts;

namespace Compliance.Domain.Reminders;

public readonly record struct OutboxMessageId(Guid Value) : IEntityId<OutboxMessageId>
{
    public static OutboxMessageId From(Guid value) => new(value);

    public static bool operator <(OutboxMessageId left, OutboxMessageId right) => left.Value < right.Value;

    public static bool operator >(OutboxMessageId left, OutboxMessageId right) => left.Value > right.Value;
}

public enum OutboxState
{
    Waiting,
    Sent,

    /// <summary>Given up after the last attempt, or because no attempt can succeed.</summary>
    Failed,

    /// <summary>No notifier was configured; the content is shown in the notifications.</summary>
    NotSent,
}

/// <summary>One message to one recipient for one day.</summary>
public sealed class OutboxMessage
{
    public const int ErrorLength = 500;

    /// <summary>The delay after each attempt except the last.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    private OutboxMessage()
    {
    }

    public OutboxMessageId Id { get; private init; }

    public ContactPost Post { get; private init; }

    public string Side { get; private init; } = "";

    public string Address { get; private init; } = "";

    public Language Language { get; private init; }

    public DateOnly Day { get; private init; }

    public string Subject { get; private init; } = "";

    public string Body { get; private init; } = "";

    public OutboxState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    public int Attempts { get; private set; }

    /// <summary>The time of the next attempt; null if there is none.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public int Version { get; private set; } = 1;

    /// <param name="sends">Whether a notifier is configured.</param>
    public static OutboxMessage Digest(
        Contact to, string side, DateOnly day, IEnumerable<Reminder> reminders, bool sends, DateTimeOffset now)
    {
        var (subject, body) = ReminderText.Digest(reminders, day, to.Language);

        return new()
        {
            Id = EntityId.New<OutboxMessageId>(now),
            Post = to.Post,
            Side = side,
            Address = to.Email,
            Language = to.Language,
            Day = day,
            Subject = subject,
            Body = body,
            State = sends ? OutboxState.Waiting : OutboxState.NotSent,
            CreatedAt = now,
            NextAttemptAt = sends ? now : null,
        };
    }

    public bool IsDue(DateTimeOffset now) => State == OutboxState.Waiting && NextAttemptAt <= now;

    /// <summary>
    /// Records an attempt before it is made and schedules the next one, so that it is repeated even if the program
    /// stops meanwhile, and no other instance tries until then.
    /// </summary>
    public void Begin(DateTimeOffset now)
    {
        NextAttemptAt = now + Pauses[Math.Min(Attempts, Pauses.Count - 1)];
        Attempts++;
        Version++;
    }

    public void Send(DateTimeOffset now)
    {
        (State, SentAt, NextAttemptAt, LastError) = (OutboxState.Sent, now, null, null);
        Version++;
    }

    /// <param name="isFinal">Whether another attempt cannot succeed either.</param>
    public void Fail(string error, bool isFinal = false)
    {
        LastError = Readable(error);
        (State, NextAttemptAt) = isFinal || Attempts > Pauses.Count ? (OutboxState.Failed, null) : (State, NextAttemptAt);
        Version++;
    }

    /// <summary>No notifier is configured any more, so the message stays unsent.</summary>
    public void MarkNotSent()
    {
        (State, NextAttemptAt) = (OutboxState.NotSent, null);
        Version++;
    }

    /// <summary>Servers answer with anything: control characters become spaces, and the end is cut off between two characters.</summary>
    private static string Readable(string error)
    {
        var text = new StringBuilder();

        foreach (var rune in error.EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > ErrorLength)
            {
                break;
            }

            text.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return text.ToString();
    }
}
