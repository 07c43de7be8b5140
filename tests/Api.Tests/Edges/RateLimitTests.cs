using Compliance.Api.Tests.Accounts;
using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Edges;

/// <summary>Each class of callers has its quota a minute, each caller its own count.</summary>
[TestFixture("sqlite")]
public sealed class RateLimitTests(string provider) : ApiTests(provider)
{
    private const string Cold = $"{Api}/health-is-not-here";

    [Test]
    public async Task Whoever_asks_too_often_is_told_how_long_to_wait()
    {
        await using var host = await Limited("Anonymous", 2);
        host.Clock.Set(new(2026, 5, 4, 9, 30, 17, TimeSpan.Zero));
        var first = await Nobody(host);
        (One(first, "RateLimit-Policy"), One(first, "RateLimit")).Should().Be(("\"anonymous\";q=2;w=60", "\"anonymous\";r=1;t=43"));
        One(await Nobody(host), "RateLimit").Should().StartWith("\"anonymous\";r=0");

        var refused = await Nobody(host);

        refused.Problem(429, "tooManyRequests");
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(43));
        One(refused, "RateLimit").Should().StartWith("\"anonymous\";r=0");
        One(refused, "RateLimit-Policy").Should().Be("\"anonymous\";q=2;w=60");
        host.Clock.Set(new(2026, 5, 4, 9, 31, 0, TimeSpan.Zero));
        One(await Nobody(host), "RateLimit").Should().Be("\"anonymous\";r=1;t=60");
    }

    [Test]
    public async Task Signing_in_is_counted_apart()
    {
        await using var host = await Limited("SignIn", 3);
        var person = new { email = People.NewEmail(), password = People.Password };

        for (var attempt = 0; attempt < 2; attempt++)
        {
            (await host.AsNobody(HttpMethod.Post, "/tokens", person)).Problem(401, "signInRefused");
        }

        (await host.Accept("nonsense")).Problem(422, "invitationInvalid");
        (await host.AsNobody(HttpMethod.Post, "/tokens", person)).Problem(429, "tooManyRequests");
        (await host.Accept("nonsense")).Problem(429, "tooManyRequests");
        (await Nobody(host)).Status.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Each_account_and_each_key_has_a_count_of_its_own()
    {
        await using var host = await Fresh(settings: new Dictionary<string, string> { ["RateLimits:Account"] = "2", ["RateLimits:ApiKey"] = "3" });
        var (one, other) = ("auditor", "verifier");

        (await Me(host, one), await Me(host, one), await Me(host, one), await Me(host, other)).Should().Be((200, 200, 429, 200));
        (await Nobody(host)).Status.Should().Be(HttpStatusCode.NotFound);
        var key = await host.GivenKey("importResults");
        var replies = new List<Reply>();

        for (var request = 0; request < 4; request++)
        {
            replies.Add(await host.WithKey(key, HttpMethod.Get, "/me"));
        }

        replies.Select(reply => (int)reply.Status).Should().Equal(200, 200, 200, 429);
        One(replies[0], "RateLimit-Policy").Should().Be("\"apiKey\";q=3;w=60");
    }

    [Test]
    public async Task What_is_kept_as_bytes_is_not_counted()
    {
        await using var host = await Limited("Anonymous", 3);
        const string Path = $"{Api}/institutions/14.01/results/2022";
        (await host.SendAs(null, HttpMethod.Get, Path)).Ok();

        for (var request = 0; request < 10; request++)
        {
            (await host.SendAs(null, HttpMethod.Get, Path)).Ok();
        }

        One(await Nobody(host), "RateLimit").Should().NotStartWith("\"anonymous\";r=0");
    }

    [Test]
    public async Task Guessing_tokens_and_keys_is_counted_like_asking_without()
    {
        await using var host = await Limited("Anonymous", 3);

        (await host.Me("nonsense")).Problem(401, "credentialsInvalid");
        (await host.WithKey("ck_nonsense", HttpMethod.Get, "/me")).Problem(401, "credentialsInvalid");
        (await host.Me("nonsense")).Problem(401, "credentialsInvalid");

        (await host.Me("nonsense")).Problem(429, "tooManyRequests");
    }

    [Test]
    public async Task An_address_that_anybody_can_claim_changes_nothing()
    {
        await using var host = await Limited("SignIn", 2);

        (await SignInFrom(host, "203.0.113.1"), await SignInFrom(host, "203.0.113.2"), await SignInFrom(host, "203.0.113.3")).Should().Be((401, 401, 429));
    }

    [Test]
    public async Task Behind_a_known_proxy_each_client_is_counted_apart()
    {
        await using var host = await Fresh(settings: new Dictionary<string, string> { ["RateLimits:SignIn"] = "1", ["Proxies:0"] = "127.0.0.0/8" });

        (await SignInFrom(host, "203.0.113.1"), await SignInFrom(host, "203.0.113.2"), await SignInFrom(host, "203.0.113.1")).Should().Be((401, 401, 429));
        (await SignInFrom(host, "198.51.100.9, 203.0.113.1")).Should().Be(429, "only what the known proxy itself saw counts");
    }

    private Task<ApiHost> Limited(string name, int quota) => Fresh(settings: new Dictionary<string, string> { [$"RateLimits:{name}"] = $"{quota}" });

    private static Task<Reply> Nobody(ApiHost host) => host.SendAs(null, HttpMethod.Get, Cold);

    private static async Task<int> Me(ApiHost host, string name) => (int)(await host.SendAs(name, HttpMethod.Get, $"{Api}/me")).Status;

    private static async Task<int> SignInFrom(ApiHost host, string address) => (int)(await host.SendAs(
        null,
        HttpMethod.Post,
        $"{Api}/tokens",
        JsonContent.Create(new { email = "nobody@contoh.go.id", password = People.Password }),
        ("X-Forwarded-For", address))).Status;

    private static string One(Reply reply, string name) => reply.Headers.GetValues(name).Single();
}
