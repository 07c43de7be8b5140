namespace Compliance.Api.Tests;

/// <summary>What a corrective action demands, as a client sends it.</summary>
public sealed record ActionDemand
{
    public string? Id { get; init; }

    public string Kind { get; init; } = "correctiveAction";

    public object Document { get; init; } = new { number = "B/12/LM.21/I/2024", date = "2024-01-22" };

    public string? Unit { get; init; }

    public string? Indicator { get; init; } = "input.facilities.accessibility";

    public string Title { get; init; } = "Pasang jalur landai di pintu masuk.";

    public string DueOn { get; init; } = "2024-03-31";
}

/// <summary>What tests of following up do again and again.</summary>
public static class FollowingUp
{
    public const string Institution = "/api/v1/institutions/14.04";

    public static readonly ActionDemand Demand = new();

    public static Task<Reply> Open(this ApiHost host, ActionDemand demand, string caller = "head.riau", string institution = Institution) =>
        host.SendAs(caller, HttpMethod.Post, $"{institution}/corrective-actions", JsonContent.Create(demand, options: JsonSerializerOptions.Web));

    /// <summary>The address of a corrective action that head.riau opened.</summary>
    public static async Task<string> GivenCorrectiveAction(this ApiHost host, ActionDemand? demand = null, string institution = Institution) =>
        $"/api/v1/corrective-actions/{(await host.Open(demand ?? Demand, institution: institution)).Ok(HttpStatusCode.Created).Text("id")}";

    public static JsonObject MeetingOf(Guid? id, string place = "Kantor Ombudsman Riau")
    {
        var meeting = new JsonObject
        {
            ["year"] = 2023,
            ["on"] = "2024-01-22",
            ["place"] = place,
            ["attendees"] = new JsonArray(new JsonObject { ["role"] = "Kepala unit", ["number"] = 6 }),
            ["themes"] = new JsonArray("facilities", "complaints"),
            ["actions"] = new JsonArray(new JsonObject { ["text"] = "Pasang jalur landai.", ["dueOn"] = "2024-03-31", ["responsiblePost"] = "Kepala DPMPTSP" }),
        };

        if (id is { } given)
        {
            meeting["id"] = given;
        }

        return meeting;
    }

    /// <summary>The address of a meeting that head.riau recorded.</summary>
    public static async Task<string> GivenMeeting(this ApiHost host, JsonObject? meeting = null) =>
        $"/api/v1/evaluation-meetings/{(await host.SendAs("head.riau", HttpMethod.Post, $"{Institution}/evaluation-meetings", JsonContent.Create(meeting ?? MeetingOf(null)))).Ok(HttpStatusCode.Created).Text("id")}";

    /// <summary>Reported by the liaison of Indragiri Hilir.</summary>
    public static Task<Reply> Complete(this ApiHost host, string action, int? version, string caller = "liaison.14.04") =>
        host.Change(caller, $"{action}/completion", new { text = "Jalur landai terpasang.", proof = "https://example.org/foto" }, version);

    public static Task<Reply> Verify(this ApiHost host, string action, int? version, bool accepted = true, string? reason = null, string caller = "verifier") =>
        host.Change(caller, $"{action}/verification", new { accepted, reason }, version);
}
