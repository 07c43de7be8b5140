using System.Net.Sockets;
using System.Text;

namespace Compliance.Api.Tests.Edges;

/// <summary>One caller, or one class of callers, cannot occupy the program; others are answered meanwhile.</summary>
[TestFixture("sqlite")]
public sealed class ConcurrencyLimitTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task A_caller_at_its_limit_waits_and_others_do_not()
    {
        await using var host = await Fresh(settings: new Dictionary<string, string> { ["ConcurrentRequests:OneCaller"] = "2" });
        using var first = await Occupation.Of(host);
        using var second = await Occupation.Of(host);

        var refused = await Nobody(host);

        refused.Problem(429, "tooManyRequests");
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        (await host.SendAs("auditor", HttpMethod.Get, $"{Api}/me")).Ok();
        (await host.Send(HttpMethod.Get, "/health/live", null)).Ok();
    }

    [Test]
    public async Task A_class_of_callers_at_its_limit_leaves_room_for_the_others()
    {
        await using var host = await Fresh(settings: new Dictionary<string, string> { ["ConcurrentRequests:Anonymous"] = "1", ["Proxies:0"] = "127.0.0.0/8" });
        using var one = await Occupation.Of(host);

        var refused = await host.SendAs(null, HttpMethod.Get, $"{Api}/regions", null, ("X-Forwarded-For", "203.0.113.7"));

        refused.Problem(503, "busy");
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(1));
        (await host.SendAs("auditor", HttpMethod.Get, $"{Api}/me")).Ok();
    }

    [Test]
    public async Task A_request_that_is_over_is_not_counted_any_more()
    {
        await using var host = await Fresh(settings: new Dictionary<string, string> { ["ConcurrentRequests:OneCaller"] = "1" });

        using (await Occupation.Of(host))
        {
            (await Nobody(host)).Problem(429, "tooManyRequests");
        }

        await Waiting.Until(
            async () => (await Nobody(host)).Status == HttpStatusCode.OK, () => "The request is still counted.", TimeSpan.FromSeconds(30));
    }

    private static Task<Reply> Nobody(ApiHost host) => host.SendAs(null, HttpMethod.Get, $"{Api}/regions");

    /// <summary>A request whose body does not end: the program has begun to work on it, and waits.</summary>
    private sealed class Occupation : IDisposable
    {
        private readonly TcpClient client = new();

        public static async Task<Occupation> Of(ApiHost host)
        {
            var occupation = new Occupation();
            var address = host.Client.BaseAddress!;
            await occupation.client.ConnectAsync(address.Host, address.Port);
            var stream = occupation.client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {Api}/scores HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"));

            // The server asks for the body once it reads it.
            var part = new byte[100];
            var read = await stream.ReadAsync(part);
            Encoding.ASCII.GetString(part, 0, read).Should().StartWith("HTTP/1.1 100");

            return occupation;
        }

        public void Dispose() => client.Dispose();
    }
}
