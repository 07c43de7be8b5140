using Compliance.Application.Access;
using Compliance.Application.Decisions;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Results;
using Compliance.Infrastructure.Persistence;
using Compliance.Infrastructure.Seeding;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Decisions;

/// <summary>Announces what is due, again and again.</summary>
internal sealed partial class AnnouncementWatch(
    IServiceScopeFactory scopes, StorageSettings settings, Readiness readiness, TimeProvider clock, ILogger<AnnouncementWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.PollInterval, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.IsReady)
            {
                await Publish(stoppingToken);
            }
        }
    }

    private async Task Publish(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Call>().Come(Caller.Program, Origin.Unknown);

        try
        {
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new PublishDue(), cancellationToken);
        }
        catch (DomainException refusal) when (refusal.Error == ResultErrors.ChangedMeanwhile)
        {
            // Another instance announced at the same moment.
            LogLost();
        }
        catch (Exception problem) when (Outage.Is(problem))
        {
            LogUnreachable(problem);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Another instance announced.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "What is due could not be announced now; trying again.")]
    private partial void LogUnreachable(Exception problem);
}
