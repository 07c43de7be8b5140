using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>Tokens of a real OpenID Connect issuer: what they open, and which of them open nothing.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class OutsideIssuerTests(string provider) : OutsideTests(provider)
{
    [Test]
    public async Task A_token_opens_what_its_groups_stand_for()
    {
        var subject = NewSubject();
        var me = (await Host.Me(await First.Token(subject, groups: ["penilai-riau", "hobi-catur"]))).Ok();

        (me.Text("kind"), me.Text("issuer")).Should().Be(("external", First.Authority.OriginalString));
        me.Items("roles").Select(role => $"{role.Text("role")} {role.Text("office")} {role.Flag("counts")}").Should().Equal("assessor 14 True");
        var again = (await Host.Me(await First.Token(subject, groups: ["penilai-riau"]))).Ok();
        again.Text("id").Should().Be(me.Text("id"), "it is the same person");
    }

    [TestCase("ES256")]
    [TestCase("RS256")]
    public async Task Both_usual_algorithms_are_taken(string algorithm) =>
        (await Host.Me(await First.TokenWith(new() { ["sub"] = NewSubject() }, algorithm: algorithm))).Ok();

    /// <summary>Access tokens as Keycloak 26, Entra ID (v2.0) and Auth0 issue them by default: with the type JWT, which the second issuer is configured for.</summary>
    private static readonly string[] accessTokens =
    [
        """{ "sub": "$", "jti": "onrtac:1f0c", "typ": "Bearer", "azp": "kepatuhan-web", "sid": "5a0f", "auth_time": 1764000000, "acr": "1", "allowed-origins": ["https://kepatuhan.example"], "realm_access": { "roles": ["offline_access"] }, "scope": "openid profile email", "groups": ["dinas"], "email_verified": false, "preferred_username": "siti" }""",
        """{ "sub": "$", "ver": "2.0", "aio": "AWQAm/8TAAAA", "azp": "11112222-bbbb-3333-cccc-4444dddd5555", "azpacr": "1", "oid": "aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb", "tid": "aaaabbbb-0000-cccc-1111-dddd2222eeee", "uti": "AbC", "rh": "0.AAA", "scp": "access_as_user", "groups": ["dinas"], "name": "Siti" }""",
        """{ "sub": "$", "azp": "my_client_id", "gty": "password", "scope": "openid profile", "permissions": ["read:results"], "groups": ["dinas"] }""",
    ];

    /// <summary>ID tokens of the same servers, with our audience.</summary>
    private static readonly string[] idTokens =
    [
        """{ "sub": "$", "typ": "ID", "azp": "kepatuhan-web", "sid": "5a0f", "auth_time": 1764000000, "acr": "1", "groups": ["dinas"], "email_verified": false }""",
        """{ "sub": "$", "ver": "2.0", "aio": "AWQAm/8TAAAA", "nonce": "12345", "oid": "aaaaaaaa-0000-1111-2222-bbbbbbbbbbbb", "tid": "aaaabbbb-0000-cccc-1111-dddd2222eeee", "groups": ["dinas"] }""",
        """{ "sub": "$", "sid": "5a0f", "at_hash": "77QmUPtjPfzWtF2AnpK9RQ", "groups": ["dinas"], "nickname": "siti" }""",
        """{ "sub": "$", "c_hash": "LDktKdoQak3Pk0cnXxCltA", "groups": ["dinas"] }""",
    ];

    [TestCaseSource(nameof(accessTokens))]
    public async Task Access_tokens_of_usual_servers_are_accepted_where_their_type_is_configured(string claims)
    {
        (await Host.Me(await Second.TokenWith(Claims(claims), type: "JWT"))).Ok().Items("roles").Should().ContainSingle();
        await Refused(await First.TokenWith(Claims(claims), type: "JWT"));
    }

    [TestCaseSource(nameof(idTokens))]
    public async Task An_ID_token_opens_nothing_whatever_its_type(string claims)
    {
        await Refused(await Second.TokenWith(Claims(claims), type: "JWT"));
        await Refused(await Second.TokenWith(Claims(claims)));
    }

    [TestCase("at+jwt")]
    [TestCase("application/at+jwt")]
    [TestCase("AT+JWT")]
    public async Task An_access_token_says_what_it_is_as_RFC_9068_allows(string type) =>
        (await Host.Me(await First.TokenWith(new() { ["sub"] = NewSubject() }, type: type))).Ok();

    [Test]
    public async Task Without_a_known_group_a_token_opens_nothing_but_me()
    {
        var token = await First.Token(NewSubject(), groups: ["hobi-catur"]);

        (await Host.Me(token)).Ok().Items("roles").Should().BeEmpty();
        (await Host.With(token, HttpMethod.Get, "/assessments")).Problem(403, "notAllowed");
        (await Host.With(token, HttpMethod.Get, "/me/sessions")).Problem(403, "accountsOnly");
    }

    [Test]
    public async Task A_role_of_head_office_needs_a_token_that_tells_of_a_second_factor()
    {
        var subject = NewSubject();
        var without = await First.Token(subject, groups: ["pemeriksa"], amr: ["pwd"]);
        var with = await First.Token(subject, groups: ["pemeriksa"], amr: ["pwd", "otp"]);

        (await Host.Me(without)).Ok().Flag("roles/0/counts").Should().BeFalse();
        (await Host.With(without, HttpMethod.Get, "/audit")).Problem(403, "secondFactorNeeded");
        (await Host.Me(with)).Ok().Flag("roles/0/counts").Should().BeTrue();
        (await Host.With(with, HttpMethod.Get, "/audit")).Ok();
    }

    [Test]
    public async Task A_token_that_is_not_for_us_or_expired_or_not_yet_valid_is_refused()
    {
        var later = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds();

        await Refused(await First.Token(NewSubject(), audience: "another-api"));
        await Refused(await First.Token(NewSubject(), lifetime: TimeSpan.FromHours(-1)));
        await Refused(await First.TokenWith(new() { ["sub"] = NewSubject(), ["nbf"] = later, ["exp"] = later + 600 }));
    }

    [Test]
    public async Task A_token_that_was_altered_is_refused()
    {
        var parts = (await First.Token(NewSubject(), groups: ["penilai-riau"])).Split('.');
        var payload = JsonNode.Parse(Unpack(parts[1]))!.AsObject();
        payload["groups"] = new JsonArray("pemeriksa");
        var other = Pack(payload.ToJsonString());
        var none = Pack("""{"alg":"none","typ":"at+jwt"}""");

        await Refused($"{parts[0]}.{other}.{parts[2]}");
        await Refused($"{parts[0]}.{parts[1]}.{parts[2][..10]}{(parts[2][10] == 'A' ? 'B' : 'A')}{parts[2][11..]}");
        await Refused($"{parts[0]}.{parts[1]}.");
        await Refused($"{none}.{parts[1]}.");
        await Refused($"{none}.{other}.{parts[2]}");
        await Refused("a.b.c");
        await Refused("..");
    }

    [Test]
    public async Task Each_issuer_vouches_for_its_own()
    {
        var (subject, email) = (NewSubject(), People.NewEmail());
        var first = (await Host.Me(await First.Token(subject, email, ["penilai-riau"]))).Ok();
        var second = (await Host.Me(await Second.Token(subject, groups: ["penilai-riau", "dinas"]))).Ok();

        second.Text("id").Should().NotBe(first.Text("id"));
        second.Items("roles").Select(role => $"{role.Text("role")} {role.Text("office")}").Should().Equal("officeHead 11");
        second.Text("issuer").Should().Be(Second.Authority.OriginalString);
    }

    [Test]
    public async Task Whoever_is_not_configured_vouches_for_nobody()
    {
        using var stranger = await OidcIssuer.Start() ?? throw new InvalidOperationException(OidcIssuer.WhyNot);

        await Refused(await stranger.Token(NewSubject(), groups: ["penilai-riau"]));
        await Refused(await stranger.TokenWith(new() { ["sub"] = NewSubject(), ["iss"] = First.Authority.OriginalString, ["groups"] = new JsonArray("penilai-riau") }));
        await Refused(await Second.TokenWith(new() { ["sub"] = NewSubject(), ["iss"] = First.Authority.OriginalString, ["groups"] = new JsonArray("penilai-riau") }));
    }

    [Test]
    public async Task A_new_key_of_the_issuer_is_followed()
    {
        await Host.Me(await Second.Token(NewSubject()));
        await Second.RotateKeys(withdraw: true);
        var token = await Second.Token(NewSubject());

        (await Host.Me(token)).Ok();
    }

    private static JsonObject Claims(string text) => JsonNode.Parse(text.Replace("$", NewSubject(), StringComparison.Ordinal))!.AsObject();

    private async Task Refused(string token) => (await Host.Me(token)).Problem(401, "credentialsInvalid");
}
