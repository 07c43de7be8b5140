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
    private const int Megabyte = 1024 * 1024;

    [Test]
    public async Task A_body_beyond_the_limit_of_its_operation_is_refused()
    {
        var answer = await Announce(Shared, await Shared.TokenOf("admin"), Megabyte + 1);

        answer.Should().StartWith("HTTP/1.1 413").And.Contain("application/problem+json").And.Contain("\"code\":\"bodyTooLarge\"").And.Contain("1024 KB");
    }

    [TestCase("admin", "POST", "/users", 1)]
    [TestCase("admin", "POST", "/scores", 10)]
    [TestCase(null, "POST", "/scores", 1)]
    [TestCase("assessor.riau", "PUT", "/assessments/0198c0de-0000-7000-8000-000000000001/answers", 10)]
    public async Task A_body_up_to_the_limit_is_read(string? caller, string method, string path, int megabytes)
    {
        (await Sent(0)).Problem(400, "malformedRequest");
        (await Sent(1)).Problem(413, "bodyTooLarge");

        Task<Reply> Sent(int more)
        {
            var body = new byte[(megabytes * Megabyte) + more];
            Array.Fill(body, (byte)' ');

            return Shared.SendAs(caller, HttpMethod.Parse(method), $"{Api}{path}", ApiCalls.Bytes(body), ("Expect", "100-continue"));
        }
    }

    [TestCase(null, 2_000, HttpStatusCode.UnprocessableEntity)]
    [TestCase(null, 2_001, HttpStatusCode.BadRequest)]
    [TestCase("auditor", 10_000, HttpStatusCode.UnprocessableEntity)]
    [TestCase("auditor", 10_001, HttpStatusCode.BadRequest)]
    public async Task Without_credentials_fewer_answers_are_scored(string? caller, int answers, HttpStatusCode status)
    {
        var body = $$"""{ "instrument": "2023", "answers": [{{string.Join(',', Enumerable.Repeat("{}", answers))}}] }""";

        (await Shared.SendAs(caller, HttpMethod.Post, $"{Api}/scores", new StringContent(body, null, "application/json"))).Status.Should().Be(status);
    }

    [Test]
    public async Task A_refusal_lists_a_hundred_faults_and_counts_the_others()
    {
        var body = $$"""{ "instrument": "2023", "answers": [{{string.Join(',', Enumerable.Repeat("{}", 2_000))}}] }""";

        var problem = (await Shared.SendAs(null, HttpMethod.Post, $"{Api}/scores", new StringContent(body, null, "application/json"))).Problem(422, "answersRefused");

        problem.Items("errors").Should().HaveCount(100);
        problem.Number("moreErrors").Should().Be(1_900);
    }

    [TestCase("application/json; charset=")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("application/json; =")]
    [TestCase("text/json")]
    public async Task A_content_type_that_is_not_JSON_in_UTF_8_is_not_supported(string type)
    {
        var body = new ByteArrayContent("{}"u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type).Should().BeTrue();

        (await Shared.SendAs(null, HttpMethod.Post, $"{Api}/scores", body)).Problem(415, "unsupportedMediaType");
    }

    [TestCase("Application/JSON")]
    [TestCase("application/json;charset=UTF-8")]
    [TestCase("application/json ; charset=\"utf-8\"")]
    public async Task A_content_type_is_read_by_its_grammar(string type)
    {
        var body = new ByteArrayContent("""{ "instrument": "2023", "units": [50] }"""u8.ToArray());
        body.Headers.TryAddWithoutValidation("Content-Type", type).Should().BeTrue();

        (await Shared.SendAs(null, HttpMethod.Post, $"{Api}/scores/institution", body)).Ok();
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
