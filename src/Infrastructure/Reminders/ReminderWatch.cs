using Compliance.Application.Reminders;
using Compliance.Infrastructure.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Reminders;

/// <summary>Looks what the day brings.</summary>
internal sealed partial class ReminderWatch(
    IServiceScopeFactory scopes, ReminderSettings settings, Readiness readiness, TimeProvider clock, ILogger<ReminderWatch> log)
    : RecurringWork(scopes, readiness, clock, settings.Interval)
{
    protected override Task Do(IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new RemindDue(), cancellationToken);

    protected override void WhenLost() => LogLost();

    protected override void WhenUnreachable(Exception problem) => LogUnreachable(problem);

    [LoggerMessage(LogLevel.Debug, "Another instance reminded.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "Nobody could be reminded now; trying again.")]
    private partial void LogUnreachable(Exception problem);
}
