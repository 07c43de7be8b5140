using Compliance.Api.Tests.Verification;
using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.SecondScorings;

/// <summary>The steps of a second scoring; the scorer is the demo verifier.</summary>
internal static class Scoring
{
    private const string Api = "/api/v1";

    public static Task<Reply> Draw(this ApiHost host, int size, string? seed, string caller = "admin") =>
        host.SendAs(caller, HttpMethod.Put, $"{Api}/cycles/2026/second-scoring", JsonContent.Create(new { size, seed }));

    /// <summary>Submitted assessments, all of them sampled: the addresses of both.</summary>
    public static async Task<(string Scoring, string Assessment)> GivenSampled(this ApiHost host)
    {
        var assessment = (await host.GivenSubmitted()).Single();
        (await host.Draw(1, "undian")).Ok();
        var scoring = (await host.SendAs("verifier", HttpMethod.Get, $"{Api}/second-scorings?cycle=2026")).Ok().Items().Single();
        assessment.Should().EndWith(scoring.Text("assessment"));

        return ($"{Api}/second-scorings/{scoring.Text("id")}", assessment);
    }

    public static Task<Reply> Claim(this ApiHost host, string scoring) => host.SendAs("verifier", HttpMethod.Put, $"{scoring}/claim");

    public static async Task<IReadOnlyList<JsonElement>> Items(this ApiHost host, string scoring) =>
        (await host.SendAs("verifier", HttpMethod.Get, $"{scoring}/form")).Ok().Items();

    public static Task<Reply> PutSecond(this ApiHost host, string scoring, int version, IEnumerable<JsonObject> answers) => host.SendAs(
        "verifier",
        HttpMethod.Put,
        $"{scoring}/answers",
        JsonContent.Create(new JsonObject { ["answers"] = new JsonArray([.. answers]) }),
        ("If-Match", $"\"v{version}\""));

    public static Task<Reply> Complete(this ApiHost host, string scoring, int version) =>
        host.SendAs("verifier", HttpMethod.Put, $"{scoring}/completion", null, ("If-Match", $"\"v{version}\""));

    public static Task<Reply> As(this ApiHost host, Person person, HttpMethod method, string path, object? body = null, string? tag = null) => host.SendAs(
        null,
        method,
        path,
        body is null ? null : JsonContent.Create(body),
        [("Authorization", $"Bearer {person.Access}"), .. tag is null ? Array.Empty<(string, string)>() : [("If-Match", tag)]]);
}
