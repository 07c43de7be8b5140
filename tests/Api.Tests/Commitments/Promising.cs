using Compliance.Api.Tests.Agreements;

namespace Compliance.Api.Tests.Commitments;

/// <summary>What tests of commitments do again and again.</summary>
public static class Promising
{
    public static readonly DateTimeOffset Now = new(2024, 3, 1, 3, 0, 0, TimeSpan.Zero);

    /// <summary>The address of an agreement of the Riau office with Indragiri Hilir, in force in 2024 and 2025.</summary>
    public static async Task<string> GivenMou(this ApiHost host, string institution = "14.04", bool signed = true, string office = "14", DateOnly? until = null)
    {
        if (until is null)
        {
            host.Clock.Set(Now);
        }

        var body = new JsonObject
        {
            ["kind"] = "mou",
            ["title"] = $"Nota kesepahaman {institution}",
            ["parties"] = new JsonArray(new JsonObject { ["office"] = office }, new JsonObject { ["institution"] = institution }),
            ["scope"] = new JsonArray("prevention"),
            ["confirmOverlap"] = true,
        };

        return await host.GivenAgreement(signed ? body.SignedFrom("2024-01-02", $"{until ?? new(2025, 12, 31):yyyy-MM-dd}") : body, office == "14" ? "head.riau" : "admin");
    }

    public static JsonObject Promise(string dueOn = "2024-06-30", string title = "Pasang jalur landai di pintu masuk.") => new()
    {
        ["title"] = title,
        ["obligated"] = new JsonObject { ["institution"] = "14.04" },
        ["personInCharge"] = "Kepala DPMPTSP",
        ["dueOn"] = dueOn,
        ["target"] = new JsonObject { ["unit"] = "%", ["baseline"] = 50, ["value"] = 90 },
        ["scopeItem"] = "prevention",
        ["answers"] = new JsonObject { ["finding"] = new JsonObject { ["indicator"] = "input.facilities.accessibility", ["year"] = 2023 } },
    };

    public static Task<Reply> Make(this ApiHost host, string agreement, JsonObject body, string caller = "head.riau") =>
        host.SendAs(caller, HttpMethod.Post, $"{agreement}/commitments", JsonContent.Create(body));

    /// <summary>The address of a commitment that head.riau made.</summary>
    public static async Task<string> GivenCommitment(this ApiHost host, JsonObject? body = null, string? agreement = null) =>
        $"/api/v1/commitments/{(await host.Make(agreement ?? await host.GivenMou(), body ?? Promise())).Ok(HttpStatusCode.Created).Text("id")}";

    public static Task<Reply> Progress(this ApiHost host, string commitment, object body, string caller = "liaison.14.04") =>
        host.SendAs(caller, HttpMethod.Post, $"{commitment}/progress", JsonContent.Create(body));

    public static Task<Reply> ReportDone(this ApiHost host, string commitment, string caller = "liaison.14.04", string on = "2024-03-01") =>
        host.Progress(commitment, new { on, value = 95, text = "Terpasang.", proof = "https://example.org/foto" }, caller);

    public static Task<Reply> CloseDeadline(this ApiHost host, string commitment, int? version, object? body = null, string caller = "head.riau") =>
        host.Change(caller, $"{commitment}/closure", body ?? new { accepted = true }, version);
}
