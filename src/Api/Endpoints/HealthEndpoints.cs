using Compliance.Api.Middleware;
using Compliance.Api.Errors;
using Compliance.Api.Requests;
using Compliance.Domain.Common;
using Compliance.Infrastructure.Hosting;

namespace Compliance.Api.Endpoints;

internal static class HealthEndpoints
{
    private static readonly LocalizedText Starting = new(
        "Basis data sedang disiapkan; coba lagi sebentar.", "The database is being prepared; try again in a moment.");

    public static void MapHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").WithTags("Health").Uncounted().Refuses(401, "credentialsInvalid");
        health.MapGet("/live", () => TypedResults.Ok(new HealthDetails("live"))).WithName("live").WithSummary("The process runs");
        health.MapGet("/ready", (Readiness readiness) => readiness.IsReady
            ? (IResult)TypedResults.Ok(new HealthDetails("ready"))
            : new ProblemResult(503, "starting", Starting))
            .WithName("ready")
            .Produces<HealthDetails>()
            .Refuses(503, "starting")
            .WithSummary("Migrations are applied, instruments checked, data loaded");
    }

    /// <summary>Until the database is ready, everything that needs it answers 503 instead of half an answer.</summary>
    public static void UseReadiness(this WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();

        app.Use((http, next) =>
        {
            if (readiness.IsReady || !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            {
                return next(http);
            }

            http.Response.Headers.RetryAfter = "1";

            return Problem.Of(http, 503, "starting", Starting).WriteTo(http);
        });
    }
}

internal sealed record HealthDetails(string Status);
