namespace Compliance.Api.Tests.Planning;

/// <summary>A cycle of 2026 with its units, and how the people of Riau's office change assessments.</summary>
internal static class Planned
{
    private const string Api = "/api/v1";

    public const string One = "assessor.riau@demo.example";
    public const string Other = "assessor2.riau@demo.example";

    /// <summary>Opens the cycle and answers the units of Indragiri Hilir.</summary>
    public static async Task<IReadOnlyList<string>> GivenCycle(this ApiHost host, string instrument = "2024")
    {
        (await host.Post($"{Api}/cycles", new { year = 2026, instrument, opensOn = "2026-03-01", closesOn = "2026-10-31" })).Ok(HttpStatusCode.Created);

        return await host.UnitsOfIndragiriHilir();
    }

    /// <summary>The published method with no evidence needed, under a code of its own.</summary>
    public static async Task<string> GivenInstrumentWithoutEvidence(this ApiHost host, string code = "2031")
    {
        var copy = Instruments.Copy((await host.Get($"{Api}/instruments/2023")).Ok(), code);

        foreach (var indicator in copy["dimensions"]!.AsArray().SelectMany(dimension => dimension!["variables"]!.AsArray())
            .SelectMany(variable => variable!["indicators"]!.AsArray()))
        {
            indicator!["evidence"] = "none";
        }

        (await host.Post($"{Api}/instruments", copy)).Ok(HttpStatusCode.Created);

        return code;
    }

    public static Task<Reply> Plan(this ApiHost host, object body, string caller = "head.riau") =>
        host.SendAs(caller, HttpMethod.Post, $"{Api}/cycles/2026/assessments", JsonContent.Create(body));

    /// <summary>The addresses of the assessments of some units, in their order.</summary>
    public static async Task<IReadOnlyList<string>> GivenPlan(this ApiHost host, object body) =>
        [.. (await host.Plan(body)).Ok().Texts("items", "id").Select(id => $"{Api}/assessments/{id}")];

    public static Task<Reply> Read(this ApiHost host, string assessment, string caller = "head.riau") => host.SendAs(caller, HttpMethod.Get, assessment);

    /// <param name="version">What If-Match names; null: the one that stands.</param>
    public static async Task<Reply> Change(
        this ApiHost host, string assessment, string what, object? body, int? version = null, string caller = "head.riau", HttpMethod? method = null)
    {
        var tag = version is { } given ? $"\"v{given}\"" : (await host.Read(assessment, "admin")).ETag;

        return await host.SendAs(
            caller, method ?? HttpMethod.Put, $"{assessment}/{what}", body is null ? null : JsonContent.Create(body), ("If-Match", tag));
    }

    public static Task<Reply> TakeBack(this ApiHost host, string assessment, string what, int? version = null, string caller = "head.riau") =>
        host.Change(assessment, what, null, version, caller, HttpMethod.Delete);

    /// <summary>Answers all that the form asks for, but for some.</summary>
    public static async Task AnswerAll(this ApiHost host, string assessment, int butFor = 0)
    {
        var items = await host.FormItems(assessment);
        (await host.PutAnswers(assessment, items.SkipLast(butFor).Select(item => Sheets.Sent(Sheets.BestOfItem(item))))).Outcomes()
            .Should().OnlyContain(outcome => outcome.StartsWith("stored", StringComparison.Ordinal));
    }

    /// <summary>Counts as "stage entered/of evidenced/of reviewed/of".</summary>
    public static string Shown(this JsonElement assessment)
    {
        var progress = assessment.At("progress");

        return $"{progress.Text("stage")} {Part("entered")} {Part("evidenced")} {Part("reviewed")}";

        string Part(string name) => $"{progress.Number($"{name}/done")}/{progress.Number($"{name}/of")}";
    }

    public static IReadOnlyList<string> Actions(this JsonElement assessment) => [.. assessment.Items("allowedActions").Select(action => action.GetString()!)];
}
