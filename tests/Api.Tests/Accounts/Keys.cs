using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Accounts;

/// <summary>How machines get their keys and use them.</summary>
public static class Keys
{
    public static Task<Reply> MakeKey(this ApiHost host, string[] scopes, DateTimeOffset? expiresAt = null, Guid? id = null) =>
        host.AsAdmin(HttpMethod.Post, "/api-keys", new { id, holder = "Satu Data", scopes, expiresAt = expiresAt ?? host.Clock.GetUtcNow().AddDays(90) });

    public static async Task<string> GivenKey(this ApiHost host, params string[] scopes) =>
        (await host.MakeKey(scopes)).Ok(HttpStatusCode.Created).Text("secret")!;

    public static Task<Reply> WithKey(this ApiHost host, string secret, HttpMethod method, string path) =>
        host.SendAs(null, method, $"/api/v1{path}", null, ("X-Api-Key", secret));
}
