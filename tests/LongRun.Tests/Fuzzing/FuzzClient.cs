using System.Text;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Sends requests exactly as they are: the usual client would mend addresses and refuse headers.</summary>
internal sealed class FuzzClient(Uri address) : IDisposable
{
    private static readonly UriCreationOptions AsItStands = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        AutomaticDecompression = DecompressionMethods.Brotli | DecompressionMethods.GZip,
    })
    {
        Timeout = TimeSpan.FromMinutes(1),
    };

    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<Reply> Send(FuzzRequest request)
    {
        using var message = new HttpRequestMessage(new(request.Method), new Uri(address.GetLeftPart(UriPartial.Authority) + request.Target, AsItStands));

        if (request.Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value) && message.Content?.Headers.TryAddWithoutValidation(name, value) is false)
            {
                throw new InvalidOperationException($"The client cannot send the header {name}: {value}");
            }
        }

        using var response = await client.SendAsync(message);

        return new(response.StatusCode, response.Headers, response.Content.Headers, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
    }

    public void Dispose() => client.Dispose();
}
