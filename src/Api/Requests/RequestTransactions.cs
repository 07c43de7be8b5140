using Compliance.Application.Common;
using Compliance.Domain.Common;

namespace Compliance.Api.Requests;

/// <summary>Marks an operation that commits each of its saves by itself, and why.</summary>
internal sealed record CommitsEachSave(string Reason);

/// <summary>
/// Commits what a request writes once, after its response was built in memory (decision 0021). Whatever fails before leaves nothing stored; a
/// client that missed the response may repeat the request.
/// </summary>
internal static class RequestTransactions
{
    public static TBuilder CommitsEachSave<TBuilder>(this TBuilder endpoint, string reason)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CommitsEachSave(reason));

    public static void UseRequestTransactions(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!Commits(http))
        {
            await next(http);
        }
        else if (await KeyedRequest.Of(http) is { } keyed)
        {
            await keyed.AnswerOnce(next);
        }
        else
        {
            http.RequestServices.GetRequiredService<IRequestTransaction>().Open(null);
            await http.Send(await http.Commit(next, _ => Task.CompletedTask));
        }
    });

    /// <summary>Runs the request within its transaction, which must be open, and commits it unless the response is a refusal.</summary>
    /// <param name="keep">Stores a successful response before the commit.</param>
    /// <returns>The body of the response, which is not sent yet.</returns>
    public static async Task<byte[]> Commit(this HttpContext http, RequestDelegate next, Func<byte[], Task> keep)
    {
        var transaction = http.RequestServices.GetRequiredService<IRequestTransaction>();
        var outside = http.Response.Body;
        using var inside = new MemoryStream();
        http.Response.Body = inside;

        try
        {
            await next(http);
            var body = inside.ToArray();

            if (http.Response.StatusCode < StatusCodes.Status400BadRequest)
            {
                await keep(body);
                await transaction.Commit();
            }

            return body;
        }
        catch (DomainException) when (transaction.KeepsRefused)
        {
            await transaction.Commit();

            throw;
        }
        finally
        {
            http.Response.Body = outside;
            await transaction.Rollback();
        }
    }

    public static async Task Send(this HttpContext http, byte[] body)
    {
        if (body.Length > 0)
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    private static bool Commits(HttpContext http) =>
        !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method))
        && http.GetEndpoint()?.Metadata.GetMetadata<CommitsEachSave>() is null;
}
