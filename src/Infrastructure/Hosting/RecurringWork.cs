using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Compliance.Infrastructure.Hosting;

/// <summary>What the program does by itself, again and again, once it is ready. What cannot be done now is done the next time.</summary>
internal abstract class RecurringWork(IServiceScopeFactory scopes, Readiness readiness, TimeProvider clock, TimeSpan interval) : BackgroundService
{
    protected abstract Task Do(IMediator mediator, CancellationToken cancellationToken);

    /// <summary>Another instance was faster; what is left comes with the next time.</summary>
    protected abstract void WhenLost();

    protected abstract void WhenUnreachable(Exception problem);

    /// <summary>Whether something that the work needs is away for now.</summary>
    protected virtual bool IsOutage(Exception problem) => Outage.Is(problem);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);

        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (readiness.IsReady)
            {
                await DoOnce(stoppingToken);
            }
        }
    }

    private async Task DoOnce(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

        try
        {
            await Do(scope.ServiceProvider.GetRequiredService<IMediator>(), cancellationToken);
        }
        catch (DomainException refusal) when (refusal.Error == ConcurrencyErrors.ChangedMeanwhile)
        {
            WhenLost();
        }
        catch (Exception problem) when (IsOutage(problem))
        {
            WhenUnreachable(problem);
        }
    }
}
