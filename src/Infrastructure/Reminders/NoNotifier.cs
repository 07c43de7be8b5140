using Compliance.Application.Reminders;
using Compliance.Domain.Reminders;

namespace Compliance.Infrastructure.Reminders;

/// <summary>Where no mail server is set up: what is told stands in the notifications alone.</summary>
internal sealed class NoNotifier : INotifier
{
    public bool Sends => false;

    public Task<string?> Send(OutboxMessage message, CancellationToken cancellationToken) => Task.FromResult<string?>("Nothing is set up that sends.");
}
