using Compliance.Application.Reminders;
using Compliance.Domain.Reminders;

namespace Compliance.Infrastructure.Reminders;

/// <summary>Used if no mail server is configured: reminders are shown as notifications only.</summary>
internal sealed class NoNotifier : INotifier
{
    public bool Sends => false;

    public Task<DeliveryProblem?> Send(OutboxMessage message, CancellationToken cancellationToken) =>
        Task.FromResult<DeliveryProblem?>(new("Nothing is set up that sends."));
}
