using Compliance.Api.Refusals;

namespace Compliance.Api.Requests;

internal static class CsvBodies
{
    private const string MediaType = "text/csv";

    /// <summary>Declares an operation that takes a CSV file.</summary>
    public static RouteHandlerBuilder TakesCsv(this RouteHandlerBuilder endpoint) => endpoint
        .Accepts<string>(MediaType)
        .WithMetadata(new BodyLimit(JsonBodies.ManyBytes))
        .Refuses(HttpRefusals.BodyTooLarge)
        .Refuses(HttpRefusals.UnsupportedMediaType);

    public static async Task<byte[]> ReadCsv(this HttpContext http, CancellationToken cancellationToken)
    {
        http.Request.RequireMediaType(MediaType);
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);

        return body.ToArray();
    }
}
