using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Compliance.Api.Tests.Access;

/// <summary>Credentials that once were valid, or never.</summary>
internal static class WrongCredentials
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    public static readonly string[] Names =
    [
        "expired key", "revoked key", "key with another secret", "rotated key after its overlap", "expired token", "token of an ended session",
        "token of a disabled account", "token of another issuer", "unsigned token of another issuer", "token altered at its start", "token altered in its middle",
        "token altered near its end", "token altered at its end", "token cut short", "refresh token as access token", "invitation as access token",
        "token as key", "key as token", "token and key", "password in place of a token",
    ];

    /// <summary>What is made a quarter of an hour before the rest.</summary>
    public sealed record Early(ApiHost Host, string ExpiredToken, string ExpiredKey, string RotatedKey)
    {
        public static async Task<Early> Of(ApiHost host)
        {
            var now = host.Clock.GetUtcNow();
            var token = (await host.SignIn("liaison.14.01@demo.example", People.DemoPassword)).Access;
            var expiring = await host.GivenKey("readResultsInBulk", now.AddMinutes(1));
            var rotated = await host.GivenKey("readResultsInBulk", now.AddDays(1));
            var rotation = JsonContent.Create(new { overlapHours = 0, expiresAt = now.AddDays(1) });
            (await host.SendAs("admin", HttpMethod.Post, $"/api/v1/api-keys/{rotated.Id}/rotation", rotation)).Ok();

            return new(host, token, expiring.Secret, rotated.Secret);
        }

        public async Task<IReadOnlyDictionary<string, (string, string)[]>> Late()
        {
            var (token, refresh) = await Host.SignIn("liaison.14.04@demo.example", People.DemoPassword);
            var key = (await Host.GivenKey("importResults", Host.Clock.GetUtcNow().AddDays(1))).Secret;
            var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin@demo.example:{People.DemoPassword}"));

            return new Dictionary<string, (string, string)[]>
            {
                ["expired key"] = [People.Key(ExpiredKey)],
                ["revoked key"] = [People.Key(await RevokedKey(Host))],
                ["key with another secret"] = [People.Key(Altered(key, key.Length - 2))],
                ["rotated key after its overlap"] = [People.Key(RotatedKey)],
                ["expired token"] = [People.Bearer(ExpiredToken)],
                ["token of an ended session"] = [People.Bearer(await TokenOfEndedSession(Host))],
                ["token of a disabled account"] = [People.Bearer(await TokenOfDisabledAccount(Host))],
                ["token of another issuer"] = [People.Bearer(Foreign(signed: true))],
                ["unsigned token of another issuer"] = [People.Bearer(Foreign(signed: false))],
                ["token altered at its start"] = [People.Bearer(Altered(token, 0))],
                ["token altered in its middle"] = [People.Bearer(Altered(token, token.Length / 2))],
                ["token altered near its end"] = [People.Bearer(Altered(token, token.Length - 2))],
                ["token altered at its end"] = [People.Bearer(Altered(token, token.Length - 1))],
                ["token cut short"] = [People.Bearer(token[..^4])],
                ["refresh token as access token"] = [People.Bearer(refresh)],
                ["invitation as access token"] = [People.Bearer(await Invitation(Host))],
                ["token as key"] = [People.Key(token)],
                ["key as token"] = [People.Bearer(key)],
                ["token and key"] = [People.Bearer(token), People.Key(key)],
                ["password in place of a token"] = [("Authorization", $"Basic {basic}")],
            };
        }
    }

    private static async Task<string> RevokedKey(ApiHost host)
    {
        var (id, secret) = await host.GivenKey("importResults", host.Clock.GetUtcNow().AddDays(1));
        (await host.SendAs("admin", HttpMethod.Delete, $"/api/v1/api-keys/{id}")).Ok();

        return secret;
    }

    private static async Task<string> TokenOfEndedSession(ApiHost host)
    {
        var token = (await host.SignIn("admin@demo.example", People.DemoPassword)).Access;
        var sessions = (await host.SendWith([People.Bearer(token)], HttpMethod.Get, "/api/v1/me/sessions")).Ok().Items();
        var own = sessions.Single(session => session.Flag("current")).Text("id");
        (await host.SendWith([People.Bearer(token)], HttpMethod.Delete, $"/api/v1/me/sessions/{own}")).Ok().Number("ended").Should().Be(1);

        return token;
    }

    private static async Task<string> TokenOfDisabledAccount(ApiHost host)
    {
        var id = await host.GivenAccount("bekas@uji.example", new { role = "assessor", office = "14" });
        var token = (await host.SignIn("bekas@uji.example", People.Password)).Access;
        (await host.SendWith([People.Bearer(token)], HttpMethod.Get, "/api/v1/me")).Ok();
        var version = (await host.SendAs("admin", HttpMethod.Get, $"/api/v1/users/{id}")).ETag;
        var body = JsonContent.Create(new { name = "Bekas", grants = Array.Empty<object>(), disabled = true });
        (await host.SendAs("admin", HttpMethod.Put, $"/api/v1/users/{id}", body, ("If-Match", version))).Ok();

        return token;
    }

    private static async Task<string> Invitation(ApiHost host)
    {
        var body = JsonContent.Create(new { email = "undangan@uji.example", name = "Undangan", grants = Array.Empty<object>() });

        return (await host.SendAs("admin", HttpMethod.Post, "/api/v1/users", body)).Ok(HttpStatusCode.Created).Text("invitation/token")!;
    }

    /// <summary>A JSON Web Token as an issuer would make it whom nobody here has heard of.</summary>
    private static string Foreign(bool signed)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var header = signed ? """{"alg":"ES256","typ":"at+jwt"}""" : """{"alg":"none","typ":"at+jwt"}""";
        var text = $"{Encoded(header)}.{Encoded("""{"iss":"https://issuer.example","sub":"siti","aud":"compliance-api","exp":4102444800,"groups":["administrator"]}""")}";

        return signed ? $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}" : $"{text}.";
    }

    private static string Encoded(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    /// <summary>The highest bit of one character turned over: the last character of Base64 may have lower ones that mean nothing.</summary>
    private static string Altered(string token, int place) =>
        $"{token[..place]}{Alphabet[Alphabet.IndexOf(token[place], StringComparison.Ordinal) ^ 32]}{token[(place + 1)..]}";
}
