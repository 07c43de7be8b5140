using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>What carries messages to people outside the program.</summary>
public interface INotifier
{
    /// <summary>False where nothing is set up that sends.</summary>
    bool Sends { get; }

    /// <summary>Hands a message over. What was handed over twice is known by its id.</summary>
    /// <returns>Why it was not taken now; null where it was.</returns>
    Task<string?> Send(OutboxMessage message, CancellationToken cancellationToken);
}
