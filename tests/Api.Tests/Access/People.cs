namespace Compliance.Api.Tests.Access;

/// <summary>How callers come into being and show themselves; each step looks at its own outcome.</summary>
internal static class People
{
    public const string DemoPassword = "Kepatuhan-Demo-2023";
    public const string Password = "rumah kayu di tepi sungai";

    /// <summary>As many requests as the tests like: limits have tests of their own.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoLimits = new Dictionary<string, string>
    {
        ["RateLimits:SignIn"] = "1000000",
        ["RateLimits:Anonymous"] = "1000000",
        ["RateLimits:Account"] = "1000000",
        ["RateLimits:ApiKey"] = "1000000",
    };

    public static (string Name, string Value) Bearer(string token) => ("Authorization", $"Bearer {token}");

    public static (string Name, string Value) Key(string secret) => ("X-Api-Key", secret);

    /// <summary>With whatever credentials the headers are.</summary>
    public static Task<Reply> SendWith(
        this ApiHost host, (string, string)[] credentials, HttpMethod method, string path, HttpContent? body = null, params (string, string)[] headers) =>
        host.SendAs(null, method, path, body, [.. credentials, .. headers]);

    public static async Task<(string Access, string Refresh)> SignIn(this ApiHost host, string email, string password)
    {
        var tokens = (await host.SendAs(null, HttpMethod.Post, "/api/v1/tokens", JsonContent.Create(new { email, password }))).Ok();

        return (tokens.Text("accessToken")!, tokens.Text("refreshToken")!);
    }

    /// <summary>Invited by the administrator, with the password set: the id of the account.</summary>
    public static async Task<string> GivenAccount(this ApiHost host, string email, params object[] grants)
    {
        var body = JsonContent.Create(new { email, name = "Orang Uji", grants });
        var invited = (await host.SendAs("admin", HttpMethod.Post, "/api/v1/users", body)).Ok(HttpStatusCode.Created);
        var acceptance = JsonContent.Create(new { token = invited.Text("invitation/token"), password = Password });
        (await host.SendAs(null, HttpMethod.Post, "/api/v1/invitations/acceptance", acceptance)).Ok();

        return invited.Text("user/id")!;
    }

    /// <summary>The headers of somebody new, signed in.</summary>
    public static async Task<(string, string)[]> GivenPerson(this ApiHost host, string email, params object[] grants)
    {
        await host.GivenAccount(email, grants);

        return [Bearer((await host.SignIn(email, Password)).Access)];
    }

    public static async Task<(string Id, string Secret)> GivenKey(this ApiHost host, string scope, DateTimeOffset expiresAt)
    {
        var body = JsonContent.Create(new { holder = "Mesin Uji", scopes = new[] { scope }, expiresAt });
        var made = (await host.SendAs("admin", HttpMethod.Post, "/api/v1/api-keys", body)).Ok(HttpStatusCode.Created);

        return (made.Text("key/id")!, made.Text("secret")!);
    }
}
