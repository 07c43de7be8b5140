namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>Reads what the program has of a sheet, as its assessor reads it.</summary>
internal static class SheetReading
{
    public static async Task<FoundSheet> Read(FieldClient client, FieldSheet sheet)
    {
        var events = new List<FoundEvent>();

        foreach (var (indicator, subject) in sheet.Questions.Places.Select(place => (place.Indicator, place.Subject)).Distinct())
        {
            events.AddRange((await client.Read(sheet.Assessor, $"{sheet.Path}/answers/{indicator}/{subject}/history")).Items().Select(EventOf));
        }

        return new(
            events,
            [.. (await client.Read(sheet.Assessor, $"{sheet.Path}/answers")).Items().Select(AnswerOf)],
            [.. (await client.Read(sheet.Assessor, $"{sheet.Path}/conflicts")).Items().Select(ConflictOf)],
            await ReadRefused(client, sheet));
    }

    /// <summary>The score of the sheet, and what its answers score when somebody brings them as they stand.</summary>
    public static async Task<(string OfSheet, string OfAnswers)> Score(FieldClient client, FieldSheet sheet)
    {
        var form = await client.Read(sheet.Assessor, $"{sheet.Path}/form");
        var answers = form.Items().Where(item => !item.Absent("answer")).Select(AsInput).ToArray();
        var body = new JsonObject { ["instrument"] = form.Text("instrument"), ["answers"] = new JsonArray(answers) };
        var brought = await client.Send(sheet.Assessor, HttpMethod.Post, "/api/v1/scores", body.ToJsonString());

        return ((await client.Read(sheet.Assessor, $"{sheet.Path}/score")).GetRawText(), brought!.Ok().GetRawText());
    }

    private static async Task<IReadOnlyList<FoundRefusal>> ReadRefused(FieldClient client, FieldSheet sheet)
    {
        var (refused, address) = (new List<FoundRefusal>(), $"{sheet.Path}/refused?limit=500");

        for (string? next = address; next is not null;)
        {
            var page = await client.Read(sheet.Assessor, next);
            refused.AddRange(page.Items().Select(RefusalOf));
            next = page.Text("next") is { } cursor ? $"{address}&cursor={cursor}" : null;
        }

        return refused;
    }

    private static FoundEvent EventOf(JsonElement line) => new(
        Place.Of(line.At("answer")),
        line.Text("id")!,
        line.Text("action")!,
        line.Text("outcome")!,
        line.Whole("version"),
        line.Whole("baseVersion"),
        Saying.Of(line.At("answer")),
        line.Text("observedAt"),
        line.Text("device"));

    private static FoundAnswer AnswerOf(JsonElement line) => new(
        new(line.Text("indicator")!, line.Text("subject")!, line.At("answer").Word("technique")),
        line.Text("answer/id")!,
        line.At("answer/version").GetInt32(),
        Saying.Of(line.At("answer")));

    private static FoundConflict ConflictOf(JsonElement line) =>
        new(line.Text("id")!, line.At("met").GetInt32(), line.Whole("baseVersion"), Saying.Of(line.At("sent")));

    private static FoundRefusal RefusalOf(JsonElement line) =>
        new(SentItem.KeyOf(line.At("item")), line.Text("problem/code")!, line.At("item").GetRawText());

    private static JsonNode AsInput(JsonElement item)
    {
        var answer = new JsonObject { ["indicator"] = item.Text("indicator"), ["subject"] = item.Text("subject") };

        foreach (var member in new[] { "level", "number", "checked", "notApplicable", "reason", "technique" })
        {
            answer[member] = JsonNode.Parse(item.At($"answer/{member}").GetRawText());
        }

        return answer;
    }
}
