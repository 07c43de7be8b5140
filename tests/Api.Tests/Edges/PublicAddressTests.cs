namespace Compliance.Api.Tests.Edges;

/// <summary>The name that a caller sends as <c>Host</c> leads nobody elsewhere.</summary>
[TestFixture("sqlite")]
public sealed class PublicAddressTests(string provider) : ApiTests(provider)
{
    private const string Regions = $"{Api}/regions?parent=14";

    private static readonly Dictionary<string, string> proxied = new() { ["Proxies:0"] = "127.0.0.0/8", ["HTTPS_PORT"] = "443" };

    [Test]
    public async Task Plain_http_is_redirected_to_the_public_address_only()
    {
        await using var host = await Fresh("Production", With("PublicUrl", "https://kepatuhan.example"));

        var redirected = await Ask(host, "kepatuhan.example", "http");

        redirected.Status.Should().Be(HttpStatusCode.TemporaryRedirect);
        redirected.Headers.Location.Should().Be($"https://kepatuhan.example{Regions}");
        (await Ask(host, "attacker.example", "http")).Problem(400, "unknownHost");
        (await Ask(host, "kepatuhan.example", "https")).Ok();
    }

    [Test]
    public async Task Plain_http_is_redirected_to_an_allowed_name()
    {
        await using var host = await Fresh("Production", With("AllowedHosts", "kepatuhan.example;*.ombudsman.example"));

        (await Ask(host, "riau.ombudsman.example", "http")).Headers.Location.Should().Be($"https://riau.ombudsman.example{Regions}");
        (await Ask(host, "attacker.example", "https")).Problem(400, "unknownHost");
        (await Ask(host, "127.0.0.1", "https")).Ok();
        (await host.SendAs(null, HttpMethod.Get, "/health/ready", null, ("Host", "10.0.0.7"))).Ok();
    }

    [Test]
    public async Task Without_a_configured_name_plain_http_is_refused_and_nobody_is_redirected()
    {
        await using var host = await Fresh("Production", proxied);

        (await Ask(host, "attacker.example", "http")).Problem(400, "httpsRequired");
        (await Ask(host, "kepatuhan.example", "https")).Ok();
        (await host.SendAs(null, HttpMethod.Get, "/health/ready", null, ("Host", "10.0.0.7"))).Ok();
    }

    [Test]
    public async Task A_browser_remembers_https_for_a_year()
    {
        await using var host = await Fresh("Production", proxied);

        (await Ask(host, "kepatuhan.example", "https")).Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000");
    }

    private static Dictionary<string, string> With(string name, string value) => new(proxied) { [name] = value };

    /// <summary>By a client that follows no redirect: it would lead off this machine.</summary>
    private static async Task<Reply> Ask(ApiHost host, string name, string scheme)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Client.BaseAddress!, Regions));
        request.Headers.Host = name;
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", scheme);
        using var response = await client.SendAsync(request);

        return new(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync());
    }
}
