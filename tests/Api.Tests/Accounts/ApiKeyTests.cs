using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>Keys of machines: shown once, with few scopes, for a limited time.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ApiKeyTests(string provider) : AccountTests(provider)
{
    private const string Csv = "year,institution,score\n2022,14.01,82.07\n";

    [Test]
    public async Task A_key_is_shown_once()
    {
        var id = Guid.NewGuid();
        var made = (await Host.MakeKey(["importResults"], id: id)).Ok(HttpStatusCode.Created);
        var secret = made.Text("secret")!;

        (await Host.MakeKey(["importResults"], id: id)).Ok(HttpStatusCode.Created).Absent("secret").Should().BeTrue();
        (await Host.MakeKey(["readResultsInBulk"], id: id)).Problem(409, "idTaken");
        var listed = (await Host.AsAdmin(HttpMethod.Get, "/api-keys?limit=500")).Ok();

        listed.Items().Should().ContainSingle(key => key.Text("id") == id.ToString());
        listed.ToString().Should().NotContain(secret);
        var me = (await Host.WithKey(secret, HttpMethod.Get, "/me")).Ok();
        (me.Text("kind"), me.Text("id"), me.Text("permissions/0")).Should().Be(("apiKey", id.ToString(), "importResults"));
    }

    [Test]
    public async Task A_key_may_do_what_its_scopes_say_and_nothing_else()
    {
        var (imports, reads) = (await Host.GivenKey("importResults"), await Host.GivenKey("readResultsInBulk"));

        (await Import(imports)).Ok().Number("unchanged").Should().Be(1);
        (await Import(reads)).Problem(403, "notAllowed");
        (await Host.WithKey(imports, HttpMethod.Get, "/users")).Problem(403, "notAllowed");
        (await Host.WithKey(imports, HttpMethod.Get, "/me/sessions")).Problem(403, "accountsOnly");
        (await Host.WithKey(reads, HttpMethod.Get, "/results?year=2022&limit=1")).Ok();
    }

    [TestCase("manageUsers")]
    [TestCase("readAssessments")]
    [TestCase("readAudit")]
    public async Task A_key_holds_no_scope_of_people(string scope)
    {
        (await Host.MakeKey([scope])).Problem(422, "scopeNotForKeys");
        (await Host.MakeKey(["importResults", scope])).Problem(422, "scopeNotForKeys");
    }

    [TestCase(0, 422)]
    [TestCase(-1, 422)]
    [TestCase(1, 201)]
    [TestCase(730, 201)]
    [TestCase(732, 422)]
    public async Task A_key_expires_between_now_and_two_years_from_now(int days, int status)
    {
        var reply = await Host.MakeKey(["importResults"], Host.Clock.GetUtcNow().AddDays(days));

        ((int)reply.Status).Should().Be(status, reply.Text);

        if (status == 422)
        {
            reply.Problem(422, "keyExpiry");
        }
    }

    [Test]
    public async Task What_is_missing_is_named() =>
        (await Host.AsAdmin(HttpMethod.Post, "/api-keys", new { })).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/holder required", "/scopes required", "/expiresAt required");

    [Test]
    public async Task An_expired_key_opens_nothing()
    {
        await using var host = await Fresh();
        var start = host.Clock.GetUtcNow();
        host.Clock.Set(start);
        var secret = (await host.MakeKey(["importResults"], start.AddDays(30))).Ok(HttpStatusCode.Created).Text("secret")!;

        host.Clock.Set(start.AddDays(30).AddMinutes(-1));
        (await host.WithKey(secret, HttpMethod.Get, "/me")).Ok();
        host.Clock.Set(start.AddDays(30));

        (await host.WithKey(secret, HttpMethod.Get, "/me")).Problem(401, "credentialsInvalid");
        (await host.WithKey(secret, HttpMethod.Get, "/institutions/14.01/results/2022")).Problem(401, "credentialsInvalid");
    }

    [Test]
    public async Task A_wrong_secret_of_a_right_id_is_refused()
    {
        var secret = await Host.GivenKey("importResults");
        var other = secret[..^4] + (secret.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA");

        foreach (var wrong in new[] { other, secret[..^1], secret + "A", secret.ToUpperInvariant(), "ck_", "ck_nonsense", secret[..36] })
        {
            (await Host.WithKey(wrong, HttpMethod.Get, "/me")).Problem(401, "credentialsInvalid");
        }

        (await Host.WithKey(secret, HttpMethod.Get, "/me")).Ok();
    }

    [Test]
    public async Task Two_credentials_at_once_are_refused()
    {
        var secret = await Host.GivenKey("importResults");
        var person = await Host.GivenPerson();

        (await Host.With(person.Access, HttpMethod.Get, "/me", null, ("X-Api-Key", secret))).Problem(401, "credentialsInvalid");
        (await Host.With(person.Access, HttpMethod.Get, "/rankings?year=2022", null, ("X-Api-Key", secret))).Problem(401, "credentialsInvalid");
        (await Host.With(secret, HttpMethod.Get, "/me")).Problem(401, "credentialsInvalid");
        (await Host.WithKey(person.Access, HttpMethod.Get, "/me")).Problem(401, "credentialsInvalid");
    }

    private Task<Reply> Import(string secret) =>
        Host.SendAs(null, HttpMethod.Post, $"{Api}/results/import", ApiCalls.Bytes(System.Text.Encoding.UTF8.GetBytes(Csv), "text/csv"), ("X-Api-Key", secret));
}
