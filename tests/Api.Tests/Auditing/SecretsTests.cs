using Compliance.Domain.Access;

namespace Compliance.Api.Tests.Auditing;

/// <summary>What proves or names somebody is nowhere where it does not belong: secrets nowhere, persons only where they can be erased.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SecretsTests(string provider) : ApiTests(provider)
{
    private const string Email = "budi.santoso@ombudsman.example";
    private const string Name = "Budi Santoso Probe";
    private const string Device = "Probe-Device-9";
    private const string FirstPassword = "kucing-merah-naik-perahu-41";
    private const string SecondPassword = "gajah-biru-makan-durian-82";
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly Dictionary<string, string> talkative = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Debug",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Debug",
    };

    private static readonly string[] hashes =
    [
        "SELECT password_hash AS secret FROM credentials WHERE password_hash IS NOT NULL",
        "SELECT security_stamp AS secret FROM credentials WHERE security_stamp IS NOT NULL",
        "SELECT invitation_hash AS secret FROM credentials WHERE invitation_hash IS NOT NULL",
        "SELECT otp_secret AS secret FROM credentials WHERE otp_secret IS NOT NULL",
        "SELECT refresh_hash AS secret FROM sessions",
        "SELECT hash AS secret FROM api_keys",
        "SELECT previous_hash AS secret FROM api_keys WHERE previous_hash IS NOT NULL",
    ];

    [Test]
    public async Task No_secret_is_stored_logged_or_audited_and_persons_are_named_apart_from_what_is_hashed()
    {
        await using var host = await ApiHost.Start(Shared.Settings.Provider, settings: talkative);
        var secrets = await DoEverythingSecret(host);
        await using var raw = await host.OpenRaw();

        secrets.Should().HaveCount(12).And.OnlyContain(secret => secret.Length >= 20).And.OnlyHaveUniqueItems();
        (await raw.Search(secrets)).Should().BeEmpty("neither the audit nor any other table holds a secret in the clear");
        var log = host.Log.Text;
        log.Should().Contain("INSERT INTO", "the log was captured at its finest");
        secrets.Where(secret => log.Contains(secret, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();

        var derived = new List<string>();

        foreach (var query in hashes)
        {
            var found = (await raw.Query(query)).Select(row => row.Text("secret")).ToList();
            found.Should().NotBeEmpty(query);
            derived.AddRange(found);
        }

        (await raw.Search(derived)).Where(column => column.StartsWith("audit_", StringComparison.Ordinal)).Should().BeEmpty();
        (await raw.Search(Email, Name, Device)).Where(column => column.StartsWith("audit_", StringComparison.Ordinal)).Should().Equal("audit_personal_data.content");
        (await raw.Search("127.0.0.1")).Where(column => column.StartsWith("audit_", StringComparison.Ordinal)).Should().Equal("audit_personal_data.content");
        new[] { Email, Name, Device }.Where(text => log.Contains(text, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty("logs name nobody");
        await host.ShouldBeIntact();
    }

    /// <summary>An account from its invitation to its second factor, and an API key; all that was shown once.</summary>
    private static async Task<IReadOnlyList<string>> DoEverythingSecret(ApiHost host)
    {
        var invitation = (await host.Post($"{Api}/users", new { email = Email, name = Name, grants = new[] { new { role = "verifier" } } }))
            .Ok(HttpStatusCode.Created).Text("invitation/token")!;
        (await Send(host, HttpMethod.Post, "invitations/acceptance", null, new { token = invitation, password = FirstPassword })).Ok();
        var first = (await Send(host, HttpMethod.Post, "tokens", null, new { email = Email, password = FirstPassword })).Ok();
        var second = (await Send(host, HttpMethod.Post, "tokens", null, new { refreshToken = first.Text("refreshToken") })).Ok();
        var token = second.Text("accessToken")!;
        (await Send(host, HttpMethod.Put, "me/password", token, new { current = FirstPassword, next = SecondPassword })).Ok();
        var otp = (await Send(host, HttpMethod.Post, "me/authenticator", token, new { password = SecondPassword })).Ok().Text("secret")!;
        (await Send(host, HttpMethod.Put, "me/authenticator", token, new { otp = Totp.CodeAt(Bytes(otp), host.Clock.GetUtcNow()) })).Ok();
        (await Send(host, HttpMethod.Post, "tokens", null, new { email = Email, password = "burung-hijau-tidak-benar-00" })).Problem(401, "signInRefused");
        var other = (await host.Post($"{Api}/users", new { email = $"other.{Email}", name = Name, grants = Array.Empty<object>() }))
            .Ok(HttpStatusCode.Created).Text("invitation/token")!;
        var expiresAt = host.Clock.GetUtcNow().AddDays(30);
        var key = (await host.Post($"{Api}/api-keys", new { holder = "SIPP", scopes = new[] { "importResults" }, expiresAt })).Ok(HttpStatusCode.Created);
        var rotated = (await host.Post($"{Api}/api-keys/{key.Text("key/id")}/rotation", new { overlapHours = 1, expiresAt })).Ok();

        return
        [
            invitation, other, FirstPassword, SecondPassword, "burung-hijau-tidak-benar-00", otp,
            first.Text("accessToken")!, first.Text("refreshToken")!, token, second.Text("refreshToken")!, key.Text("secret")!, rotated.Text("secret")!,
        ];
    }

    private static async Task<Reply> Send(ApiHost host, HttpMethod method, string path, string? token, object? body)
    {
        List<(string, string)> headers = [("User-Agent", Device)];

        if (token is not null)
        {
            headers.Add(("Authorization", $"Bearer {token}"));
        }

        return await host.SendAs(null, method, $"{Api}/{path}", body is null ? null : JsonContent.Create(body), [.. headers]);
    }

    private static byte[] Bytes(string base32)
    {
        var bits = string.Concat(base32.Select(sign => Convert.ToString(Alphabet.IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));

        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
