using Compliance.TestKit.Accounts;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Someone who sends requests, as the headers that say who it is.</summary>
internal sealed record Caller(string Name, IReadOnlyList<(string Name, string Value)> Headers)
{
    public static readonly Caller Nobody = new("nobody", []);
}

/// <summary>Who calls, and what nobody may tell them.</summary>
/// <param name="Trusted">May do everything: plants what the requests then find, and reads all of it when they are over.</param>
/// <param name="All">Each request draws its sender from these.</param>
/// <param name="SecretsFrom">Words that no answer to a caller may hold: the drafts of Riau's office, and who works there.</param>
internal sealed record Callers(Caller Trusted, string TrustedEmail, IReadOnlyList<Caller> All, Func<Caller, IReadOnlyList<string>> SecretsFrom)
{
    /// <summary>
    /// They would end the sessions and keys of the callers themselves, after which every request is a 401; so nobody
    /// sends them here. The tests of accounts and keys do.
    /// </summary>
    private static readonly string[] disruptive =
        ["inviteUserAgain", "changeUser", "endUserSessions", "endMySession", "rotateApiKey", "revokeApiKey"];

    private static readonly string[] demo = ["admin", "method", "auditor", "head.riau", "assessor.riau", "assessor2.riau", "liaison.14.04"];

    public static bool Disrupts(string? operation) => disruptive.Contains(operation);

    /// <summary>The callers of a host: demo accounts, somebody of another office, an API key, nobody; and one who may do all.</summary>
    public static async Task<Callers> On(ApiHost host)
    {
        var all = await host.GivenPerson(
            new { role = "administrator" },
            new { role = "methodOwner" },
            new { role = "auditor" },
            new { role = "officeHead", office = "14" },
            new { role = "assessor", office = "14" });
        await host.Enrol(all);
        var trusted = Bearer("trusted", all.Access);
        var stranger = Bearer("another office", (await host.GivenPerson(new { role = "officeHead", office = "13" }, new { role = "assessor", office = "13" })).Access);
        var made = await host.AsAdmin(
            HttpMethod.Post, "/api-keys", new { holder = "fuzz", scopes = new[] { "readResultsInBulk", "importResults" }, expiresAt = host.Clock.GetUtcNow().AddDays(30) });
        var key = new Caller("key", [("X-Api-Key", made.Ok(HttpStatusCode.Created).Text("secret")!)]);
        var accounts = new List<Caller>();

        foreach (var name in demo)
        {
            accounts.Add(Bearer(name, await host.TokenOf(name)));
        }

        Caller[] outside = [Caller.Nobody, stranger, key, accounts.Single(each => each.Name == "liaison.14.04"), accounts.Single(each => each.Name == "method")];
        var drafts = (await host.Get("/api/v1/assessments?limit=500")).Ok().Texts("items", "id").Select(id => id!);
        IReadOnlyList<string> secrets = [.. drafts, "assessor.riau@demo.example", "assessor2.riau@demo.example", "head.riau@demo.example"];

        return new(trusted, all.Email, [trusted, trusted, trusted, stranger, key, Caller.Nobody, .. accounts], caller => outside.Contains(caller) ? secrets : []);
    }

    private static Caller Bearer(string name, string token) => new(name, [("Authorization", $"Bearer {token}")]);
}
