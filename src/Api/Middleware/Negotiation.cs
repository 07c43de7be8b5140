using Compliance.Api.Documents;

namespace Compliance.Api.Middleware;

internal static class Negotiation
{
    /// <summary>Refuses a reading request whose <c>Accept</c> no response of the operation can meet. Problem documents are JSON in any case.</summary>
    public static void UseNegotiation(this WebApplication app) => app.Use((http, next) =>
        http.GetEndpoint()?.Metadata.GetMetadata<ReadOperation>() is { } read && !http.Request.Accepts(read.MediaTypes)
            ? throw new NotAcceptableException(read.MediaTypes)
            : next(http));
}
