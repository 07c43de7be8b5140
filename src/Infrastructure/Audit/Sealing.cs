using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Results;
using Compliance.Infrastructure.Persistence;
using Compliance.Infrastructure.Seeding;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Audit;

/// <summary>Seals what was written, again and again.</summary>
internal sealed partial class Sealing(
    IServiceScopeFactory scopes, AuditSettings settings, Readiness readiness, TimeProvider clock, ILogger<Sealing> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Interval, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.IsReady)
            {
                await Seal(stoppingToken);
            }
        }
    }

    private async Task Seal(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Call>().Come(Caller.Program, Origin.Unknown);

        try
        {
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SealAudit(), cancellationToken);
        }
        catch (DomainException refusal) when (refusal.Error == ResultErrors.ChangedMeanwhile)
        {
            // Another instance sealed at the same moment; what is left comes with the next checkpoint.
            LogLost();
        }
        catch (Exception problem) when (Outage.Is(problem))
        {
            LogUnreachable(problem);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Another instance made the checkpoint.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "The audit could not be sealed now; trying again.")]
    private partial void LogUnreachable(Exception problem);
}
