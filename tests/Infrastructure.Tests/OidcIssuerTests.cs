using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Compliance.Infrastructure.Tests;

/// <summary>The issuer of the tests is one that a resource server can find, trust and verify by nothing but its address.</summary>
public sealed class OidcIssuerTests
{
    private OidcIssuer issuer = null!;

    [OneTimeSetUp]
    public async Task Start() => issuer = await OidcIssuer.Start() ?? Skip();

    [OneTimeTearDown]
    public void Stop() => issuer?.Dispose();

    [Test]
    public async Task It_is_discovered_by_its_address()
    {
        var document = await Discover(issuer);

        document.Issuer.Should().Be(issuer.Authority.OriginalString);
        document.TokenEndpoint.Should().StartWith(document.Issuer);
        document.SigningKeys.Should().HaveCountGreaterThanOrEqualTo(2);
    }

    [TestCase("ES256")]
    [TestCase("RS256")]
    public async Task Its_tokens_verify_with_the_keys_that_it_publishes(string algorithm)
    {
        var token = await issuer.TokenWith(new() { ["sub"] = "siti" }, algorithm: algorithm);
        var result = await Validate(token, issuer);

        result.IsValid.Should().BeTrue(result.Exception?.Message);
        result.SecurityToken.Should().BeOfType<JsonWebToken>().Which.Should().BeEquivalentTo(new { Alg = algorithm, Typ = "at+jwt" });
    }

    [Test]
    public async Task The_claims_that_were_asked_for_arrive()
    {
        var token = await issuer.Token("siti", "siti@example.go.id", ["penilai", "riau"], ["pwd", "otp"], "another-api", TimeSpan.FromMinutes(3));
        var payload = Payload(token);

        payload.Should().Contain(new Dictionary<string, string>
        {
            ["sub"] = "\"siti\"",
            ["email"] = "\"siti@example.go.id\"",
            ["email_verified"] = "true",
            ["groups"] = """["penilai","riau"]""",
            ["amr"] = """["pwd","otp"]""",
            ["aud"] = "\"another-api\"",
            ["iss"] = $"\"{issuer.Authority.OriginalString}\"",
        });
        (long.Parse(payload["exp"]) - long.Parse(payload["iat"])).Should().Be(180);
    }

    [Test]
    public async Task Claims_that_were_not_asked_for_are_absent() =>
        Payload(await issuer.Token("siti")).Keys.Should().BeEquivalentTo("sub", "jti", "iat", "exp", "client_id", "iss", "aud");

    [Test]
    public async Task Any_claim_can_be_given()
    {
        var nextCentury = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();
        var token = await issuer.TokenWith(new()
        {
            ["sub"] = "siti",
            ["name"] = "Siti Rahmah",
            ["email_verified"] = false,
            ["nbf"] = nextCentury,
            ["exp"] = nextCentury + 1,
        });

        Payload(token).Should().Contain(new Dictionary<string, string> { ["name"] = "\"Siti Rahmah\"", ["email_verified"] = "false" });
        (await Validate(token, issuer)).Exception.Should().BeOfType<SecurityTokenNotYetValidException>();
    }

    [Test]
    public async Task A_token_may_have_expired_already()
    {
        var token = await issuer.Token("siti", lifetime: TimeSpan.FromHours(-1));

        (await Validate(token, issuer)).Exception.Should().BeOfType<SecurityTokenExpiredException>();
    }

    [Test]
    public async Task A_token_is_for_its_audience_alone()
    {
        var token = await issuer.Token("siti", audience: "another-api");

        (await Validate(token, issuer)).Exception.Should().BeOfType<SecurityTokenInvalidAudienceException>();
    }

    [Test]
    public async Task Another_issuer_has_other_keys()
    {
        using var other = await OidcIssuer.Start() ?? Skip();
        var stranger = await other.Token("siti");
        var impostor = await other.TokenWith(new() { ["sub"] = "siti", ["iss"] = issuer.Authority.OriginalString });

        (await Validate(stranger, other)).IsValid.Should().BeTrue();
        (await Validate(stranger, issuer)).IsValid.Should().BeFalse();
        (await Validate(impostor, issuer)).Exception.Should().BeOfType<SecurityTokenSignatureKeyNotFoundException>();
    }

    [Test]
    public async Task After_a_rotation_other_keys_sign_and_the_last_ones_stay_published()
    {
        using var rotating = await OidcIssuer.Start() ?? Skip();
        var (keys, before) = (await Discover(rotating), await rotating.Token("siti"));
        await rotating.RotateKeys();
        var after = await rotating.Token("siti");

        KeyOf(after).Should().NotBe(KeyOf(before));
        (await Validate(after, keys)).Exception.Should().BeOfType<SecurityTokenSignatureKeyNotFoundException>("whoever keeps old keys asks again");
        (await Validate(after, rotating)).IsValid.Should().BeTrue();
        (await Validate(before, rotating)).IsValid.Should().BeTrue();
    }

    [Test]
    public async Task A_withdrawn_key_is_published_no_longer()
    {
        using var rotating = await OidcIssuer.Start() ?? Skip();
        var before = await rotating.Token("siti");
        await rotating.RotateKeys(withdraw: true);

        (await Validate(before, rotating)).Exception.Should().BeOfType<SecurityTokenSignatureKeyNotFoundException>();
        (await Validate(await rotating.Token("siti"), rotating)).IsValid.Should().BeTrue();
    }

    [Test]
    public async Task The_shared_issuer_is_one() => (await OidcIssuer.Shared()).Should().BeSameAs(await OidcIssuer.Shared()).And.NotBeNull();

    private static OidcIssuer Skip()
    {
        Assert.Ignore(OidcIssuer.WhyNot ?? "There is no issuer.");

        return null!;
    }

    private static async Task<TokenValidationResult> Validate(string token, OidcIssuer by) => await Validate(token, await Discover(by));

    private static Task<TokenValidationResult> Validate(string token, OpenIdConnectConfiguration by) =>
        new JsonWebTokenHandler().ValidateTokenAsync(token, new()
        {
            ValidIssuer = by.Issuer,
            ValidAudience = OidcIssuer.Audience,
            IssuerSigningKeys = by.SigningKeys,
        });

    private static Task<OpenIdConnectConfiguration> Discover(OidcIssuer issuer) => OpenIdConnectConfigurationRetriever.GetAsync(
        $"{issuer.Authority.OriginalString}/.well-known/openid-configuration", new HttpDocumentRetriever { RequireHttps = false }, CancellationToken.None);

    private static string KeyOf(string token) => new JsonWebToken(token).Kid;

    /// <summary>What the token says, each claim as its JSON.</summary>
    private static Dictionary<string, string> Payload(string token) =>
        JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[1]))!.AsObject().ToDictionary(claim => claim.Key, claim => claim.Value!.ToJsonString());
}
