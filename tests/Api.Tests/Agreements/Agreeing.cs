namespace Compliance.Api.Tests.Agreements;

/// <summary>What tests of agreements do again and again.</summary>
public static class Agreeing
{
    public const string List = "/api/v1/agreements";

    /// <summary>The memorandum of Indragiri Hilir that the demo loads, in force until 22 November 2028, and the PKS under it.</summary>
    public const string DemoMou = "018673a0-0000-7000-8000-000000001404";
    public const string DemoPks = "018df5a0-0000-7000-8000-000000001404";

    /// <summary>That of LOMAK Rumbai.</summary>
    public const string DemoSpk = "018a2f00-0000-7000-8000-0000000000a1";

    /// <summary>A PKS of the office in Riau with Indragiri Hilir, forming.</summary>
    public static JsonObject Pks(string? id = null, string title = "Perjanjian kerja sama")
    {
        var body = new JsonObject
        {
            ["kind"] = "pks",
            ["title"] = title,
            ["parent"] = DemoMou,
            ["parties"] = new JsonArray(new JsonObject { ["office"] = "14" }, new JsonObject { ["institution"] = "14.04", ["role"] = "Pihak Kedua" }),
            ["scope"] = new JsonArray("prevention"),
        };

        return id is null ? body : body.With("id", id);
    }

    /// <summary>An agreement of two institutions of Riau that run something together.</summary>
    public static JsonObject Spk(string title = "Surat perjanjian", string one = "14.71", string other = "14.72") => new()
    {
        ["kind"] = "spk",
        ["title"] = title,
        ["parties"] = new JsonArray(new JsonObject { ["institution"] = one }, new JsonObject { ["institution"] = other }),
    };

    public static JsonObject With(this JsonObject body, string name, JsonNode? value)
    {
        var copy = body.DeepClone().AsObject();
        copy[name] = value;

        return copy;
    }

    public static JsonObject SignedFrom(this JsonObject body, string signedOn, string effectiveTo, string? effectiveFrom = null) =>
        body.With("signedOn", signedOn).With("effectiveFrom", effectiveFrom ?? signedOn).With("effectiveTo", effectiveTo);

    public static Task<Reply> Register(this ApiHost host, JsonObject body, string caller = "head.riau") =>
        host.SendAs(caller, HttpMethod.Post, List, JsonContent.Create(body));

    /// <summary>The address of an agreement.</summary>
    public static async Task<string> GivenAgreement(this ApiHost host, JsonObject? body = null, string caller = "head.riau") =>
        $"{List}/{(await host.Register(body ?? Pks(), caller)).Ok(HttpStatusCode.Created).Text("id")}";

    public static Task<Reply> Sign(this ApiHost host, string agreement, int? version, string signedOn, string effectiveTo, bool confirmOverlap = false) =>
        host.Change("head.riau", $"{agreement}/signature", new { signedOn, effectiveFrom = signedOn, effectiveTo, confirmOverlap }, version);

    public static async Task<JsonElement> Agreement(this ApiHost host, string agreement, string caller = "head.riau") =>
        (await host.SendAs(caller, HttpMethod.Get, agreement)).Ok();

    /// <summary>A file or a link, as a client sends it.</summary>
    public static Task<Reply> AddDocument(
        this ApiHost host, string agreement, byte[]? file, string caller = "head.riau", params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();

        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "file", "naskah.pdf");
        }

        return host.SendAs(caller, HttpMethod.Post, $"{agreement}/documents", form);
    }
}
