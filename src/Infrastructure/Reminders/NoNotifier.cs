using Compliance.Application.Reminders;
using Compliance.Domain.Reminders;

namespace Compliance.Infrastructure.Reminders;

/// <summary>Used if no mail server is configured: reminders are shown as notifications only.</summary>
internal sealed class NoNotifier : INotifier
{
    public bool Sends => false;

    public Task<string?> Send(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<string?>("Nothing is set up that sends.");
}
