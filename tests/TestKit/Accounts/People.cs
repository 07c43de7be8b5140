using Compliance.Domain.Access;

namespace Compliance.TestKit.Accounts;

/// <summary>Somebody whom a test invited, signed in with <see cref="People.Password"/>.</summary>
public sealed record Person(string Id, string Email, string Access, string Refresh);

/// <summary>An authenticator app, which knows the secret and the hour.</summary>
public sealed record Authenticator(string Secret)
{
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public byte[] Bytes => [.. Secret.Chunk(8).SelectMany(Octets)];

    public string CodeAt(DateTimeOffset instant) => Totp.CodeAt(Bytes, instant);

    private static IEnumerable<byte> Octets(char[] signs)
    {
        var bits = signs.Aggregate(0L, (sum, sign) => (sum << 5) | (long)Alphabet.IndexOf(sign, StringComparison.Ordinal));

        return Enumerable.Range(1, 5).Select(index => (byte)((bits >> (40 - (8 * index))) & 0xFF));
    }
}

/// <summary>How persons come into the system and speak to it; each step looks at its own outcome.</summary>
public static class People
{
    public const string Password = "Sungai Siak meluap pagi ini";

    public static readonly object AssessorOfRiau = new { role = "assessor", office = "14" };
    public static readonly object Auditor = new { role = "auditor" };
    public static readonly object Administrator = new { role = "administrator" };

    private const string Api = "/api/v1";

    public static string NewEmail() => $"{Guid.NewGuid():N}@contoh.go.id";

    public static Task<Reply> With(
        this ApiHost host, string token, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        host.SendAs(null, method, Api + path, body is null ? null : JsonContent.Create(body), [("Authorization", $"Bearer {token}"), .. headers]);

    public static Task<Reply> Me(this ApiHost host, string token) => host.With(token, HttpMethod.Get, "/me");

    public static Task<Reply> AsNobody(this ApiHost host, HttpMethod method, string path, object? body = null) =>
        host.SendAs(null, method, Api + path, body is null ? null : JsonContent.Create(body));

    public static Task<Reply> AsAdmin(this ApiHost host, HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        host.SendAs("admin", method, Api + path, body is null ? null : JsonContent.Create(body), headers);

    public static Task<Reply> Invite(this ApiHost host, string email, object[] grants, string? name = null, Guid? id = null) =>
        host.AsAdmin(HttpMethod.Post, "/users", new { id, email, name, grants });

    public static Task<Reply> Accept(this ApiHost host, string token, string password = Password) =>
        host.AsNobody(HttpMethod.Post, "/invitations/acceptance", new { token, password });

    public static Task<Reply> SignIn(this ApiHost host, string email, string password = Password, string? otp = null) =>
        host.AsNobody(HttpMethod.Post, "/tokens", new { email, password, otp });

    public static Task<Reply> Refresh(this ApiHost host, string refreshToken) => host.AsNobody(HttpMethod.Post, "/tokens", new { refreshToken });

    /// <summary>Somebody who has not accepted yet: the account's id and the token.</summary>
    public static async Task<(string Id, string Token)> GivenInvited(this ApiHost host, string email, params object[] grants)
    {
        var invited = (await host.Invite(email, grants)).Ok(HttpStatusCode.Created);

        return (invited.Text("user/id")!, invited.Text("invitation/token")!);
    }

    public static async Task<Person> GivenPerson(this ApiHost host, params object[] grants)
    {
        var email = NewEmail();
        var (id, token) = await host.GivenInvited(email, grants);
        (await host.Accept(token)).Ok();

        return await host.SignedIn(id, email);
    }

    /// <summary>The same person in a further session.</summary>
    public static Task<Person> SignedInAgain(this ApiHost host, Person person, string? otp = null) => host.SignedIn(person.Id, person.Email, otp);

    public static async Task<Authenticator> Enrol(this ApiHost host, Person person)
    {
        var begun = (await host.With(person.Access, HttpMethod.Post, "/me/authenticator", new { password = Password })).Ok();
        var app = new Authenticator(begun.Text("secret")!);
        (await host.With(person.Access, HttpMethod.Put, "/me/authenticator", new { otp = app.CodeAt(host.Clock.GetUtcNow()) })).Ok();

        return app;
    }

    private static async Task<Person> SignedIn(this ApiHost host, string id, string email, string? otp = null)
    {
        var tokens = (await host.SignIn(email, otp: otp)).Ok();

        return new(id, email, tokens.Text("accessToken")!, tokens.Text("refreshToken")!);
    }
}
