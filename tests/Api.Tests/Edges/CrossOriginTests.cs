namespace Compliance.Api.Tests.Edges;

/// <summary>Any page may read what is public; only pages of the configured origins act for their users.</summary>
[TestFixture("sqlite")]
public sealed class CrossOriginTests(string provider) : ApiTests(provider)
{
    private const string Friend = "https://app.example";
    private const string Foreign = "https://foreign.example";
    private const string Results = $"{Api}/institutions/14.01/results/2022";

    private ApiHost host = null!;

    [OneTimeSetUp]
    public async Task Start() => host = await Fresh(settings: new Dictionary<string, string> { ["Cors:Origins:0"] = Friend });

    [OneTimeTearDown]
    public async Task Stop() => await host.DisposeAsync();

    [TestCase(Foreign, "*")]
    [TestCase("null", "*")]
    [TestCase(Friend, Friend)]
    public async Task Any_page_reads(string origin, string allowed)
    {
        var reply = await host.SendAs(null, HttpMethod.Get, Results, null, ("Origin", origin));
        reply.Ok();

        reply.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal(allowed);
        reply.Headers.GetValues("Access-Control-Expose-Headers").Single().Should().Contain("ETag").And.Contain("Retry-After");
        reply.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();
    }

    [TestCase(Foreign)]
    [TestCase(Friend)]
    [TestCase(null)]
    public async Task What_caches_keep_for_one_page_is_not_given_to_another(string? origin)
    {
        var reply = await host.SendAs(null, HttpMethod.Get, Results, null, origin is null ? [] : [("Origin", origin)]);

        reply.Headers.Vary.Should().Contain("Origin").And.Contain("Accept-Language");
    }

    [TestCase("PUT", "content-type")]
    [TestCase("DELETE", "accept")]
    [TestCase("GET", "authorization")]
    [TestCase("POST", "x-api-key")]
    public async Task A_foreign_page_does_nothing_but_read(string method, string header)
    {
        var reply = await Ask(Foreign, method, header);

        var isAllowed = List(reply, "Access-Control-Allow-Methods").Contains(method)
            && List(reply, "Access-Control-Allow-Headers").Contains(header, StringComparer.OrdinalIgnoreCase);
        isAllowed.Should().BeFalse();
        reply.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();
    }

    [TestCase("PUT", "authorization")]
    [TestCase("PUT", "if-match")]
    [TestCase("POST", "idempotency-key")]
    [TestCase("DELETE", "authorization")]
    [TestCase("GET", "authorization")]
    public async Task A_page_of_a_configured_origin_acts(string method, string header)
    {
        var reply = await Ask(Friend, method, header);

        reply.Status.Should().Be(HttpStatusCode.NoContent);
        List(reply, "Access-Control-Allow-Origin").Should().Equal(Friend);
        List(reply, "Access-Control-Allow-Methods").Should().Contain(method);
        List(reply, "Access-Control-Allow-Headers").Should().Contain(name => name.Equals(header, StringComparison.OrdinalIgnoreCase));
        reply.Headers.Contains("Access-Control-Allow-Credentials").Should().BeFalse();
    }

    [TestCase("https://app.example.foreign.example")]
    [TestCase("http://app.example")]
    [TestCase("https://app.example:8443")]
    public async Task What_only_looks_like_a_configured_origin_is_foreign(string origin) =>
        List(await Ask(origin, "PUT", "authorization"), "Access-Control-Allow-Methods").Should().NotContain("PUT");

    [Test]
    public async Task A_page_reads_refusals_too()
    {
        var reply = await host.SendAs(null, HttpMethod.Get, $"{Api}/me", null, ("Origin", Friend));

        reply.Problem(401, "credentialsNeeded");
        List(reply, "Access-Control-Allow-Origin").Should().Equal(Friend);
    }

    private Task<Reply> Ask(string origin, string method, string header) => host.SendAs(
        null,
        HttpMethod.Options,
        $"{Api}/me",
        null,
        ("Origin", origin),
        ("Access-Control-Request-Method", method),
        ("Access-Control-Request-Headers", header));

    private static IReadOnlyList<string> List(Reply reply, string name) =>
        reply.Headers.TryGetValues(name, out var values) ? [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))] : [];
}
