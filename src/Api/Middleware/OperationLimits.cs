using System.Globalization;
using System.Threading.RateLimiting;
using Compliance.Api.Errors;
using Compliance.Api.Refusals;
using Compliance.Domain.Common;

namespace Compliance.Api.Middleware;

/// <summary>Limits how many requests of one costly operation run at once in this process. A request runs until its response is sent.</summary>
internal static class OperationLimits
{
    private static readonly TimeSpan retryAfter = TimeSpan.FromSeconds(30);

    private static readonly LocalizedText busy = new(
        "Terlalu banyak permintaan seperti ini sedang diproses; coba lagi setelah jumlah detik dalam Retry-After.",
        "Too many requests of this kind are being processed; try again after the number of seconds in Retry-After.");

    /// <param name="running">How many may run.</param>
    /// <param name="waiting">How many may wait for one that runs; all others are refused.</param>
    public static RouteHandlerBuilder AtMostAtOnce(this RouteHandlerBuilder endpoint, int running, int waiting)
    {
        var limiter = new ConcurrencyLimiter(new() { PermitLimit = running, QueueLimit = waiting, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

        return endpoint.Refuses(HttpRefusals.Busy).AddEndpointFilter(async (invocation, next) =>
        {
            var http = invocation.HttpContext;
            var lease = await limiter.AcquireAsync(cancellationToken: http.RequestAborted);
            http.Response.RegisterForDispose(lease);

            if (lease.IsAcquired)
            {
                return await next(invocation);
            }

            http.Response.Headers.RetryAfter = retryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);

            return new ProblemResult(HttpRefusals.Busy, busy);
        });
    }
}
