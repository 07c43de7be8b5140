using Compliance.Application.Audit;
using Compliance.Infrastructure.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Audit;

/// <summary>Seals what was written.</summary>
internal sealed partial class Sealing(
    IServiceScopeFactory scopes, AuditSettings settings, Readiness readiness, TimeProvider clock, ILogger<Sealing> log)
    : RecurringWork(scopes, readiness, clock, settings.Interval)
{
    protected override Task Do(IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new SealAudit(), cancellationToken);

    protected override void WhenLost() => LogLost();

    protected override void WhenUnreachable(Exception problem) => LogUnreachable(problem);

    [LoggerMessage(LogLevel.Debug, "Another instance made the checkpoint.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "The audit could not be sealed now; trying again.")]
    private partial void LogUnreachable(Exception problem);
}
