using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure.Hosting;

/// <summary>
/// Work that the program repeats while it runs. Whatever fails is logged and tried again at the next interval: nothing that is stored or that another
/// system does may end the program.
/// </summary>
internal sealed partial class RecurringWork(
    Recurrence recurrence, IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, ILogger<RecurringWork> log) : BackgroundService
{
    private DateTimeOffset? succeededInstead;

    /// <summary>The name of the request's type.</summary>
    public string Name => recurrence.Request.Name;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(recurrence.Interval, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.IsReady)
            {
                await SendNext(stoppingToken);
            }
        }
    }

    private async Task SendNext(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        if (recurrence.Instead is not { } instead || now - succeededInstead < instead.Every)
        {
            await Send(recurrence.Request, cancellationToken);
        }
        else if (await Send(instead.Request, cancellationToken))
        {
            succeededInstead = now;
        }
    }

    /// <returns>Whether the request succeeded.</returns>
    private async Task<bool> Send(RecurringRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);
            await request.Send(scope.ServiceProvider.GetRequiredService<IMediator>(), cancellationToken);

            return true;
        }
        catch (DomainException refusal) when (refusal.Error == ConcurrencyErrors.ChangedMeanwhile)
        {
            // Another instance was faster. Any remaining work is done at the next interval.
            LogLostRace(request.Name);
        }
        catch (Exception problem) when (recurrence.IsOutage(problem) && !cancellationToken.IsCancellationRequested)
        {
            LogOutage(problem, request.Name);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(problem, request.Name);
        }

        return false;
    }

    [LoggerMessage(LogLevel.Debug, "{Request}: another instance was faster.")]
    private partial void LogLostRace(string request);

    [LoggerMessage(LogLevel.Warning, "{Request} is not possible now. It is tried again at the next interval.")]
    private partial void LogOutage(Exception problem, string request);

    [LoggerMessage(LogLevel.Error, "{Request} failed. It is tried again at the next interval.")]
    private partial void LogFailure(Exception problem, string request);
}
