using System.Collections.Frozen;

namespace Compliance.Anchors;

/// <summary>One answer of the product, to the byte.</summary>
internal sealed record Document(byte[] Body, string ContentType, string ETag);

/// <summary>The product's answers by path and query, held as bytes.</summary>
internal sealed class Documents
{
    private readonly FrozenDictionary<string, Document> byPath;

    private Documents(FrozenDictionary<string, Document> byPath) => this.byPath = byPath;

    public IEnumerable<Document> All => byPath.Values;

    public static async Task<Documents> Fetch(Uri product, IReadOnlyCollection<string> paths)
    {
        using var client = new HttpClient { BaseAddress = product };
        var fetched = new Dictionary<string, Document>(StringComparer.Ordinal);

        foreach (var path in paths)
        {
            using var response = await client.GetAsync(path);
            response.EnsureSuccessStatusCode();
            fetched[path] = new(
                await response.Content.ReadAsByteArrayAsync(),
                response.Content.Headers.ContentType?.ToString() ?? "application/json",
                response.Headers.ETag?.ToString() ?? throw new InvalidOperationException($"{path} has no ETag."));
        }

        return new(fetched.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public async Task Answer(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = request.QueryString.HasValue ? request.Path.Value + request.QueryString.Value : request.Path.Value!;

        if (!byPath.TryGetValue(path, out var document))
        {
            response.StatusCode = StatusCodes.Status404NotFound;

            return;
        }

        response.Headers.ETag = document.ETag;

        if (request.Headers.IfNoneMatch == document.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;

            return;
        }

        response.ContentType = document.ContentType;
        response.ContentLength = document.Body.Length;
        await response.Body.WriteAsync(document.Body);
    }
}
