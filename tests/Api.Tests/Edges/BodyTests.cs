using System.Net.Sockets;
using System.Text;
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
        var answer = await Announce(Shared, await Shared.TokenOf("admin"), Limit + 1);

        answer.Should().StartWith("HTTP/1.1 413").And.Contain("application/problem+json").And.Contain("\"code\":\"bodyTooLarge\"");
    }

    [Test]
    public async Task A_body_of_ten_megabytes_is_read()
    {
        var body = new byte[Limit];
        Array.Fill(body, (byte)' ');

        (await Shared.SendAs("admin", HttpMethod.Post, $"{Api}/users", ApiCalls.Bytes(body))).Problem(400, "malformedRequest");
    }

    [Test]
    public void No_request_may_take_longer_than_a_minute()
    {
        var limits = Shared.Services.GetRequiredService<IOptionsMonitor<RequestTimeoutOptions>>().CurrentValue;
        limits.DefaultPolicy!.Timeout.Should().Be(TimeSpan.FromSeconds(60));
    }

    /// <summary>Announces a body, sends its first sign only, and reads what the server makes of it.</summary>
    private static async Task<string> Announce(ApiHost host, string token, int length)
    {
        var address = host.Client.BaseAddress!;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = client.GetStream();
        var head = $"POST {Api}/users HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\n"
            + FormattableString.Invariant($"Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{{");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), patience.Token);
        var (answer, part) = (new StringBuilder(), new byte[4096]);

        // The connection ends later, and not always gently, since the body never came.
        while (!answer.ToString().Contains("traceId", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(part, patience.Token);
            read.Should().BePositive("the answer is not complete: {0}", answer);
            answer.Append(Encoding.UTF8.GetString(part, 0, read));
        }

        return answer.ToString();
    }
}
