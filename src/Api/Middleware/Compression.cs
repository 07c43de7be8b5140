using System.IO.Compression;
using Compliance.Api.Documents;
using Compliance.Api.Requests;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Compliance.Api.Middleware;

/// <summary>
/// Compresses files while they are sent; documents in memory are compressed as a whole (<see cref="StoredDocument"/>). Only responses to reading
/// requests that may be kept: anything else could hold a secret.
/// </summary>
internal sealed class ReadCompression(
    IServiceProvider services,
    IOptions<ResponseCompressionOptions> options,
    IOptions<BrotliCompressionProviderOptions> brotliOptions,
    IOptions<GzipCompressionProviderOptions> gzipOptions) : ResponseCompressionProvider(services, options)
{
    private readonly BrotliCompressionProvider brotli = new(brotliOptions);
    private readonly GzipCompressionProvider gzip = new(gzipOptions);

    public override bool ShouldCompressResponse(HttpContext context) =>
        ContentEncodings.IsRead(context.Request)
        && context.Request.Headers.Range.Count == 0
        && context.Response is { StatusCode: StatusCodes.Status200OK, ContentLength: null or >= ContentEncodings.LeastLength }
        && context.Response.Headers.CacheControl != "no-store"
        && base.ShouldCompressResponse(context);

    /// <summary>The choice of the framework would ignore <c>q=0</c> before <c>*</c>.</summary>
    public override ICompressionProvider? GetCompressionProvider(HttpContext context)
    {
        ICompressionProvider? chosen = ContentEncodings.Choose(context.Request) switch
        {
            ContentEncodings.Brotli => brotli,
            ContentEncodings.Gzip => gzip,
            _ => null,
        };
        var headers = context.Response.Headers;

        if (chosen is not null && headers.ETag is [{ } tag])
        {
            headers.ETag = EntityTags.WithEncoding(tag, chosen.EncodingName);
        }

        return chosen;
    }
}

internal static class Compression
{
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            // Other files are photos, films and documents, which are compressed already.
            options.MimeTypes = ["application/x-ndjson", "application/json", "text/html", "text/css", "text/javascript", "application/javascript"];
            options.EnableForHttps = true;
        });
        services.AddSingleton<IResponseCompressionProvider, ReadCompression>();
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
