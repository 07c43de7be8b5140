using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>Delivers messages to people outside the program.</summary>
public interface INotifier
{
    /// <summary>Whether a mail server is configured.</summary>
    bool Sends { get; }

    /// <summary>Sends a message. The id lets the recipient detect a duplicate.</summary>
    /// <returns>Why it was not accepted; null if it was.</returns>
    Task<DeliveryProblem?> Send(OutboxMessage message, CancellationToken cancellationToken);
}

/// <summary>Why a message was not accepted.</summary>
/// <param name="IsFinal">Whether another attempt cannot succeed either.</param>
public sealed record DeliveryProblem(string Reason, bool IsFinal = false);
