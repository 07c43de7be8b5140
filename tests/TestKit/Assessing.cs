namespace Compliance.TestKit;

/// <summary>The steps that lead to an assessment; each looks at its own outcome.</summary>
public static class Assessing
{
    public static readonly object Cycle2026 = new { year = 2026, instrument = "2024", opensOn = "2026-03-01", closesOn = "2026-10-31" };

    public static async Task<IReadOnlyList<string>> UnitsOfIndragiriHilir(this ApiHost host) =>
        [.. (await host.Get("/api/v1/institutions/14.04/units")).Ok().Texts("items", "id").Select(id => id!)];

    /// <summary>The address of an assessment of one unit in the cycle of 2026, without an answer yet.</summary>
    public static async Task<string> GivenAssessment(this ApiHost host)
    {
        (await host.Post("/api/v1/cycles", Cycle2026)).Ok(HttpStatusCode.Created);
        var unit = (await host.UnitsOfIndragiriHilir())[0];
        var planned = (await host.Post("/api/v1/cycles/2026/assessments", new { units = new[] { unit }, assessor = "assessor.riau@demo.example" })).Ok();

        return $"/api/v1/assessments/{planned.Text("items/0/id")}";
    }

    public static Task<Reply> PutAnswers(this ApiHost host, string assessment, params IEnumerable<JsonObject> answers) =>
        host.Put($"{assessment}/answers", new JsonObject { ["answers"] = new JsonArray([.. answers]) });

    /// <summary>What became of each item: "stored 1", or with the problem's status, code and pointer.</summary>
    public static IReadOnlyList<string> Outcomes(this Reply put) =>
    [
        .. put.Ok().Items().Select(item => item.Absent("problem")
            ? $"{item.Text("outcome")} {item.Number("version")}"
            : $"{item.Text("outcome")} {item.Number("problem/status")} {item.Text("problem/code")} {item.Text("problem/pointer")}"),
    ];

    public static async Task<IReadOnlyList<JsonElement>> FormItems(this ApiHost host, string assessment) =>
        (await host.Get($"{assessment}/form")).Ok().Items();
}
