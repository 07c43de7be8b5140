using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>How keys are replaced and ended, and what is seen of their use.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ApiKeyRotationTests(string provider) : AccountTests(provider)
{
    [Test]
    public async Task The_old_secret_is_good_until_the_overlap_ends()
    {
        await using var host = await Fresh();
        var start = host.Clock.GetUtcNow();
        host.Clock.Set(start);
        var (id, old) = await Given(host);
        var rotated = (await Rotate(host, id, 48)).Ok();
        var next = rotated.Text("secret")!;
        rotated.At("key/previousUntil").GetDateTimeOffset().Should().BeCloseTo(start.AddHours(48), TimeSpan.FromSeconds(1));

        host.Clock.Set(start.AddHours(47));
        await Expect(host, 200, old, next);
        host.Clock.Set(start.AddHours(48));

        await Expect(host, 401, old);
        await Expect(host, 200, next);
    }

    [Test]
    public async Task Without_an_overlap_the_old_secret_ends_at_once()
    {
        var (id, old) = await Given(Host);
        await Expect(Host, 200, old);

        var next = (await Rotate(Host, id, 0)).Ok().Text("secret")!;

        await Expect(Host, 401, old);
        await Expect(Host, 200, next);
    }

    [Test]
    public async Task A_second_rotation_ends_the_oldest_secret()
    {
        var (id, oldest) = await Given(Host);
        var old = (await Rotate(Host, id, 24)).Ok().Text("secret")!;
        var next = (await Rotate(Host, id, 24)).Ok().Text("secret")!;

        await Expect(Host, 401, oldest);
        await Expect(Host, 200, old, next);
    }

    [TestCase(-1)]
    [TestCase(721)]
    public async Task An_overlap_is_at_most_thirty_days(int hours)
    {
        var (id, _) = await Given(Host);

        (await Rotate(Host, id, hours)).Problem(422, "overlapTooLong");
    }

    [Test]
    public async Task A_revoked_key_is_ended_at_once_with_both_its_secrets_and_for_good()
    {
        var (id, old) = await Given(Host);
        var next = (await Rotate(Host, id, 24)).Ok().Text("secret")!;
        await Expect(Host, 200, old, next);

        var revoked = (await Host.AsAdmin(HttpMethod.Delete, $"/api-keys/{id}")).Ok();

        revoked.Absent("revokedAt").Should().BeFalse();
        await Expect(Host, 401, old, next);
        (await Rotate(Host, id, 0)).Problem(409, "keyRevoked");
        (await Host.AsAdmin(HttpMethod.Delete, $"/api-keys/{id}")).Ok().At("revokedAt").GetDateTimeOffset()
            .Should().BeCloseTo(revoked.At("revokedAt").GetDateTimeOffset(), TimeSpan.FromTicks(10), "databases keep microseconds");
    }

    [Test]
    public async Task When_a_key_was_last_used_is_seen()
    {
        await using var host = await Fresh();
        var start = host.Clock.GetUtcNow();
        host.Clock.Set(start);
        var (id, secret) = await Given(host);
        (await Listed(host, id)).Absent("lastUsedAt").Should().BeTrue();

        await Expect(host, 200, secret);
        (await Listed(host, id)).At("lastUsedAt").GetDateTimeOffset().Should().BeCloseTo(start, TimeSpan.FromSeconds(1));
        host.Clock.Set(start.AddMinutes(5));
        await Expect(host, 200, secret);

        (await Listed(host, id)).At("lastUsedAt").GetDateTimeOffset().Should().BeCloseTo(start.AddMinutes(5), TimeSpan.FromSeconds(1));
    }

    [Test]
    public async Task What_is_no_key_cannot_be_changed()
    {
        (await Rotate(Host, Guid.NewGuid().ToString(), 0)).Problem(404, "notFound");
        (await Host.AsAdmin(HttpMethod.Delete, $"/api-keys/{Guid.NewGuid()}")).Problem(404, "notFound");
    }

    private static async Task<(string Id, string Secret)> Given(ApiHost host)
    {
        var made = (await host.MakeKey(["importResults"])).Ok(HttpStatusCode.Created);

        return (made.Text("key/id")!, made.Text("secret")!);
    }

    private static Task<Reply> Rotate(ApiHost host, string id, int overlapHours) =>
        host.AsAdmin(HttpMethod.Post, $"/api-keys/{id}/rotation", new { overlapHours, expiresAt = host.Clock.GetUtcNow().AddDays(90) });

    private static async Task<JsonElement> Listed(ApiHost host, string id) =>
        (await host.AsAdmin(HttpMethod.Get, "/api-keys?limit=500")).Ok().Items().Single(key => key.Text("id") == id);

    private static async Task Expect(ApiHost host, int status, params string[] secrets)
    {
        foreach (var secret in secrets)
        {
            var reply = await host.WithKey(secret, HttpMethod.Get, "/me");
            ((int)reply.Status).Should().Be(status, reply.Text);
        }
    }
}
