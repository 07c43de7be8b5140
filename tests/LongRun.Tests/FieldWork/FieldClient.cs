using System.Collections.Concurrent;
using System.Text;

namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>How a device lets go of a request: hardly ever as it should.</summary>
internal enum Patience
{
    /// <summary>Reads the answer.</summary>
    Reads,

    /// <summary>Sees that there is an answer, and closes the connection on it.</summary>
    HangsUp,

    /// <summary>Closes the connection a moment after sending, whatever happens to the request.</summary>
    LosesNetwork,
}

/// <summary>HTTP of many callers to a program that dies and comes back.</summary>
internal sealed class FieldClient(Uri address) : IDisposable
{
    private const string Password = "Kepatuhan-Demo-2023";

    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, MaxConnectionsPerServer = 64 })
    {
        BaseAddress = address,
        Timeout = TimeSpan.FromMinutes(2),
    };

    private readonly ConcurrentDictionary<string, string> tokens = [];
    private volatile TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Pause() => up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Resume() => up.SetResult();

    /// <summary>Nothing where nobody knows what became of it. A token that has run out is renewed.</summary>
    public async Task<Reply?> Send(string caller, HttpMethod method, string path, string? body = null, Patience patience = Patience.Reads, int moment = 0, string? ifMatch = null)
    {
        try
        {
            while (true)
            {
                await up.Task;
                var token = tokens.GetValueOrDefault(caller) ?? await SignIn(caller);
                using var lost = new CancellationTokenSource();
                lost.CancelAfter(patience == Patience.LosesNetwork ? TimeSpan.FromMilliseconds(moment) : Timeout.InfiniteTimeSpan);
                using var response = await Send(token, method, path, body, ifMatch, lost.Token);

                if (response.StatusCode == HttpStatusCode.Unauthorized)
                {
                    tokens.TryRemove(new(caller, token));
                }
                else if (patience == Patience.HangsUp)
                {
                    return null;
                }
                else if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                {
                    return new(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync(lost.Token));
                }
            }
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Reads until there is an answer, and that is a success.</summary>
    public async Task<JsonElement> Read(string caller, string path)
    {
        Reply? reply;

        do
        {
            reply = await Send(caller, HttpMethod.Get, path);
        }
        while (reply is null);

        return reply.Ok();
    }

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> Send(string token, HttpMethod method, string path, string? body, string? ifMatch, CancellationToken lost)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", token);

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, lost);
    }

    private async Task<string> SignIn(string caller)
    {
        using var answer = await client.PostAsJsonAsync(new Uri("/api/v1/tokens", UriKind.Relative), new { email = $"{caller}@demo.example", password = Password });
        answer.EnsureSuccessStatusCode();
        using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        return tokens[caller] = read.RootElement.Text("accessToken")!;
    }
}
