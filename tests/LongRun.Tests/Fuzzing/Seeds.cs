namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>What is there before the first odd request: the cycle of the document's example, with assessments and a few answers.</summary>
internal static class Seeds
{
    private const string Api = "/api/v1";

    /// <summary>A form that holds a link for an observation that every instrument since 2022 has.</summary>
    private static ReadOnlySpan<byte> Link =>
        "--x\r\nContent-Disposition: form-data; name=\"indicator\"\r\n\r\nprocess.standard.cost\r\n"u8
        + "--x\r\nContent-Disposition: form-data; name=\"subject\"\r\n\r\nproduct:1\r\n"u8
        + "--x\r\nContent-Disposition: form-data; name=\"link\"\r\n\r\nhttps://example.org\r\n--x--\r\n"u8;

    /// <param name="assessor">The planter's own address, so that it may answer what it plants.</param>
    /// <summary>Plants it, and returns the reads that show what there is.</summary>
    public static async Task<IReadOnlyList<FuzzRequest>> Plant(ApiDocument document, FuzzClient client, Caller planter, string assessor)
    {
        var cycle = document.Operations.First(operation => operation.Id == "openCycle").Body!.Example!.Value;
        (await Send(FuzzRequest.Json("POST", $"{Api}/cycles", cycle))).Ok(HttpStatusCode.Created);
        var units = (await Send(FuzzRequest.Get($"{Api}/institutions/14.04/units"))).Ok().Texts("items", "id");
        var planned = (await Send(FuzzRequest.Json("POST", $"{Api}/cycles/{cycle.Number("year")}/assessments", new { units, assessor }))).Ok().Texts("items", "id");
        var answers = new JsonArray(
            Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3)),
            Sheets.Sent(Sheets.NotApplicable("input.facilities.toilet", "unit")));
        (await Send(FuzzRequest.Json("PUT", $"{Api}/assessments/{planned[0]}/answers", new JsonObject { ["answers"] = answers }))).Ok();
        var assessment = $"assessments/{planned[0]}";
        var upload = (await Send(FuzzRequest.Json("POST", $"{Api}/{assessment}/uploads", new { fileName = "a.pdf", size = 60 }))).Ok(HttpStatusCode.Created).Text("id");
        (await Send(new("POST", $"{Api}/{assessment}/evidence", [("Content-Type", "multipart/form-data; boundary=x")], Link.ToArray()))).Ok(HttpStatusCode.Created);

        return
        [
            .. new[]
            {
                "institutions?limit=500", "institutions/14.04/units", "instruments", "instruments/2024", "instruments/2022", "instruments/2021",
                "cycles", "regions", "results?limit=100", "assessments", $"{assessment}/form", $"{assessment}/evidence", $"{assessment}/uploads/{upload}",
            }.Select(read => FuzzRequest.Get($"{Api}/{read}").By(planter)),
        ];

        Task<Reply> Send(FuzzRequest request) => client.Send(request.By(planter));
    }
}
