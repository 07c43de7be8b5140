using Compliance.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Compliance.Infrastructure.Hosting;

public static class RecurringServices
{
    /// <summary>Sends a request at every interval, on behalf of the program, as soon as the program is ready.</summary>
    /// <param name="instead">A request that is sent instead, first and then whenever this time has passed since it last succeeded.</param>
    /// <param name="isOutage">Recognises temporary failures of other systems than the database.</param>
    public static IServiceCollection AddRecurring<TResponse>(
        this IServiceCollection services,
        TimeSpan interval,
        IRequest<TResponse> request,
        (TimeSpan Every, IRequest<TResponse> Request)? instead = null,
        Func<Exception, bool>? isOutage = null)
    {
        var recurrence = new Recurrence(
            interval,
            RecurringRequest.Of(request),
            instead is { } other ? (other.Every, RecurringRequest.Of(other.Request)) : null,
            Is);

        // AddHostedService would register only the first service of a type.
        return services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<RecurringWork>(provider, recurrence));

        bool Is(Exception problem) => problem is AggregateException several
            ? several.InnerExceptions.Count > 0 && several.InnerExceptions.All(Is)
            : Outage.Is(problem) || isOutage?.Invoke(problem) == true;
    }
}

internal sealed record Recurrence(
    TimeSpan Interval, RecurringRequest Request, (TimeSpan Every, RecurringRequest Request)? Instead, Func<Exception, bool> IsOutage);

/// <param name="Name">The name of the request's type, for the log.</param>
internal sealed record RecurringRequest(string Name, Func<IMediator, CancellationToken, Task> Send)
{
    public static RecurringRequest Of<TResponse>(IRequest<TResponse> request) =>
        new(request.GetType().Name, (mediator, cancellationToken) => mediator.Send(request, cancellationToken));
}
