using Compliance.Api.Refusals;

namespace Compliance.Api.Requests;

internal static class CsvBodies
{
    /// <summary>Declares an operation that takes a CSV file.</summary>
    public static RouteHandlerBuilder TakesCsv(this RouteHandlerBuilder endpoint) => endpoint
        .Accepts<string>("text/csv")
        .WithMetadata(new BodyLimit(JsonBodies.ManyBytes))
        .Refuses(HttpRefusals.BodyTooLarge)
        .Refuses(HttpRefusals.UnsupportedMediaType);

    public static async Task<byte[]> ReadCsv(this HttpContext http, CancellationToken cancellationToken)
    {
        if (http.Request.GetTypedHeaders().ContentType?.MediaType.Value is not "text/csv")
        {
            throw new BadHttpRequestException("The import takes text/csv.", StatusCodes.Status415UnsupportedMediaType);
        }

        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);

        return body.ToArray();
    }
}
