using Compliance.Application.Access;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Results;
using Compliance.Infrastructure.Persistence;
using Compliance.Infrastructure.Seeding;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Evidence;

/// <summary>Sweeps up what uploads left behind, again and again; once a day it looks at every file.</summary>
internal sealed partial class Sweeping(
    IServiceScopeFactory scopes, EvidenceSettings settings, Readiness readiness, TimeProvider clock, ILogger<Sweeping> log) : BackgroundService
{
    private static readonly TimeSpan betweenFiles = TimeSpan.FromDays(1);

    private DateTimeOffset? lookedAtFiles;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.SweepInterval, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.IsReady)
            {
                await Sweep(stoppingToken);
            }
        }
    }

    private async Task Sweep(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Call>().Come(Caller.Program, Origin.Unknown);

        try
        {
            var now = clock.GetUtcNow();
            var withFiles = lookedAtFiles is null || now - lookedAtFiles >= betweenFiles;
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SweepEvidence(withFiles), cancellationToken);
            lookedAtFiles = withFiles ? now : lookedAtFiles;
        }
        catch (DomainException refusal) when (refusal.Error == ResultErrors.ChangedMeanwhile)
        {
            // Another instance swept at the same moment; what is left comes with the next sweep.
            LogLost();
        }
        catch (Exception problem) when (Outage.Is(problem) || problem is IOException or UnauthorizedAccessException)
        {
            LogUnreachable(problem);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Another instance swept the evidence.")]
    private partial void LogLost();

    [LoggerMessage(LogLevel.Warning, "The evidence could not be swept now; trying again.")]
    private partial void LogUnreachable(Exception problem);
}
