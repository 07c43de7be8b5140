using Compliance.Application.Decisions;
using Compliance.Infrastructure.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Decisions;

/// <summary>Announces what is due.</summary>
internal sealed partial class AnnouncementWatch(
    IServiceScopeFactory scopes, StorageSettings settings, Readiness readiness, TimeProvider clock, ILogger<AnnouncementWatch> log)
    : RecurringWork(scopes, readiness, clock, settings.PollInterval)
{
    protected override Task Do(IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new PublishDue(), cancellationToken);

    protected override void WhenLost() => LogLost();

    protected override void WhenUnreachable(Exception problem) => LogUnreachable(problem);

    [LoggerMessage(LogLevel.Debug, "Another instance announced.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "What is due could not be announced now; trying again.")]
    private partial void LogUnreachable(Exception problem);
}
