using Compliance.Application.Reminders;
using Compliance.Infrastructure.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Reminders;

/// <summary>Sends what waits.</summary>
internal sealed partial class OutboxWatch(
    IServiceScopeFactory scopes, ReminderSettings settings, Readiness readiness, TimeProvider clock, ILogger<OutboxWatch> log)
    : RecurringWork(scopes, readiness, clock, settings.SendInterval)
{
    protected override Task Do(IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new SendDue(), cancellationToken);

    protected override void WhenLost() => LogLost();

    protected override void WhenUnreachable(Exception problem) => LogUnreachable(problem);

    [LoggerMessage(LogLevel.Debug, "Another instance sent.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "What waits could not be sent now; trying again.")]
    private partial void LogUnreachable(Exception problem);
}
