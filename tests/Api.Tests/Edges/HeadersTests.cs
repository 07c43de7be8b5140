namespace Compliance.Api.Tests.Edges;

/// <summary>What every answer tells a browser not to do.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class HeadersTests(string provider) : ApiTests(provider)
{
    private const string Results = $"{Api}/institutions/14.01/results/2022";

    private static readonly Dictionary<string, string> behindProxy = new() { ["Proxies:0"] = "127.0.0.1/32" };

    [TestCase(Results, 200)]
    [TestCase("/nothing/here", 404)]
    [TestCase($"{Api}/institutions/99.99", 404)]
    [TestCase($"{Api}/rankings?year=x", 400)]
    [TestCase($"{Api}/me", 401)]
    [TestCase("/health/live", 200)]
    [TestCase("/health/ready", 200)]
    public async Task Every_answer_is_read_and_nothing_else(string path, int status) => Expect(await Get(path), status, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");

    [Test]
    public async Task So_is_an_answer_that_says_nothing_has_changed()
    {
        var first = await Get(Results);

        Expect(await Shared.Send(HttpMethod.Get, Results, null, ("If-None-Match", first.ETag)), 304, "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
    }

    [Test]
    public async Task The_page_of_the_documentation_runs_its_own_scripts_only()
    {
        var page = await Get("/swagger/index.html");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Headers.GetValues("Content-Security-Policy").Should().ContainSingle().Which
            .Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("http");
        page.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Test]
    public async Task Outside_Development_a_browser_that_came_by_https_comes_by_https_again()
    {
        await using var host = await Fresh("Production", behindProxy);

        (await Ask(host, "compliance.example", "https")).Headers.GetValues("Strict-Transport-Security").Should().ContainSingle().Which.Should().StartWith("max-age=");
        (await Ask(host, "compliance.example", "http")).Headers.Contains("Strict-Transport-Security").Should().BeFalse();
    }

    [Test]
    public async Task In_Development_and_from_unknown_proxies_nobody_is_sent_to_https()
    {
        await using var unknown = await Fresh("Production");
        await using var development = await Fresh(settings: behindProxy);

        (await Ask(unknown, "compliance.example", "https")).Headers.Contains("Strict-Transport-Security").Should().BeFalse();
        (await Ask(development, "compliance.example", "https")).Headers.Contains("Strict-Transport-Security").Should().BeFalse();
    }

    [Test]
    public async Task Tokens_and_secrets_are_kept_by_no_cache()
    {
        var signedIn = await Shared.SendAs(null, HttpMethod.Post, $"{Api}/tokens", JsonContent.Create(new { email = "auditor@demo.example", password = "Kepatuhan-Demo-2023" }));
        signedIn.Ok();

        signedIn.Headers.CacheControl!.NoStore.Should().BeTrue();
        signedIn.Headers.Contains("Set-Cookie").Should().BeFalse();
    }

    private static Task<Reply> Ask(ApiHost host, string name, string scheme) =>
        host.SendAs(null, HttpMethod.Get, Results, null, ("Host", name), ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", scheme));

    private static void Expect(Reply reply, int status, string policy)
    {
        ((int)reply.Status).Should().Be(status, reply.Text);
        reply.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        reply.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        reply.Headers.GetValues("Content-Security-Policy").Should().Equal(policy);
        reply.Headers.Contains("Server").Should().BeFalse();
    }
}
