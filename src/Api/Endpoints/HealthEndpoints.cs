using Compliance.Api.Documents;
using Compliance.Api.Errors;
using Compliance.Api.Middleware;
using Compliance.Api.Refusals;
using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Hosting;

namespace Compliance.Api.Endpoints;

internal static class HealthEndpoints
{
    private static readonly LocalizedText Starting = new(
        "Basis data sedang disiapkan; coba lagi sebentar.", "The database is being prepared; try again in a moment.");

    private static readonly LocalizedText NotWritable = new(
        "Basis data atau folder bukti dukung tidak dapat ditulis.", "The database or the folder of evidence cannot be written.");

    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").ReadsByHead().WithTags("Health").WithoutRateLimit().Refuses(AccessErrors.CredentialsInvalid);
        health.MapGet("/live", () => Document.Of(new HealthDetails("live"))).WithName("live").WithSummary("Check that the process is running");
        health.MapGet("/ready", Ready).WithName("ready")
            .Produces<HealthDetails>()
            .Produces(StatusCodes.Status304NotModified)
            .Refuses(HttpRefusals.Starting, HttpRefusals.NotWritable)
            .WithSummary("Check that the service is ready for requests")
            .WithDescription("The database is prepared, and it and the folder of evidence can be written, which is tried every few seconds at most.");
    }

    private static async Task<IResult> Ready(Readiness readiness, WriteProbe probe, CancellationToken cancellationToken) =>
        !readiness.IsReady ? new ProblemResult(HttpRefusals.Starting, Starting)
        : await probe.CanWrite(cancellationToken) ? Document.Of(new HealthDetails("ready"))
        : new ProblemResult(HttpRefusals.NotWritable, NotWritable);

    /// <summary>Until the database is ready, every operation that needs it responds with 503. Paths are compared as routing does, without regard to case.</summary>
    public static void UseReadiness(this WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();

        app.Use((http, next) =>
        {
            if (readiness.IsReady || !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                return next(http);
            }

            http.Response.Headers.RetryAfter = "1";

            return Problem.Of(http, HttpRefusals.Starting, Starting).WriteTo(http);
        });
    }
}

internal sealed record HealthDetails(string Status);
