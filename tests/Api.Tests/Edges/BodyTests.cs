using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Compliance.Api.Tests.Edges;

/// <summary>Bodies that are too large, and such that never end.</summary>
[TestFixture("sqlite")]
public sealed class BodyTests(string provider) : ApiTests(provider)
{
    private const int Limit = 10 * 1024 * 1024;

    [Test]
    public async Task A_body_beyond_ten_megabytes_is_refused()
    {
        var body = new byte[Limit + 1];
        Array.Fill(body, (byte)' ');

        // Expecting 100-continue, the client does not send what is refused, and so reads the answer.
        using var content = Requests.Bytes(body);
        var reply = await Shared.SendAs("admin", HttpMethod.Post, $"{Api}/users", content, ("Expect", "100-continue"));

        reply.Problem(413, "bodyTooLarge");
    }

    [Test]
    public async Task A_body_of_ten_megabytes_is_read()
    {
        var body = new byte[Limit];
        Array.Fill(body, (byte)' ');

        (await Shared.SendAs("admin", HttpMethod.Post, $"{Api}/users", Requests.Bytes(body))).Problem(400, "malformedRequest");
    }

    [Test]
    public async Task A_request_that_takes_too_long_ends_with_a_problem()
    {
        await using var host = await Fresh();
        var token = await host.TokenOf("admin");
        var limits = host.Services.GetRequiredService<IOptionsMonitor<RequestTimeoutOptions>>().CurrentValue;
        limits.DefaultPolicy!.Timeout.Should().Be(TimeSpan.FromSeconds(60));
        limits.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(50) };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Api}/users") { Content = new Endless() };
        request.Headers.Authorization = new("Bearer", token);

        using var response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseContentRead);

        new Reply(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync()).Problem(504, "tookTooLong");
    }

    /// <summary>Begins and never ends.</summary>
    private sealed class Endless : HttpContent
    {
        public Endless() => Headers.ContentType = new("application/json");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync("{"u8.ToArray(), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;

            return false;
        }
    }
}
