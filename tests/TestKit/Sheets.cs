namespace Compliance.TestKit;

/// <summary>Answers made from what an instrument or a form says of itself, as a client makes them.</summary>
public static class Sheets
{
    /// <summary>Every observation of an instrument at its best, in its order.</summary>
    public static IReadOnlyList<JsonObject> Best(JsonElement instrument) => Everywhere(instrument, BestOf);

    public static IReadOnlyList<JsonObject> Worst(JsonElement instrument) => Everywhere(instrument, WorstOf);

    public static JsonObject Level(string indicator, string subject, int level) =>
        new() { ["indicator"] = indicator, ["subject"] = subject, ["level"] = level };

    public static JsonObject NotApplicable(string indicator, string subject, string? reason = "Tidak ada layanan itu.") =>
        new() { ["indicator"] = indicator, ["subject"] = subject, ["notApplicable"] = true, ["reason"] = reason };

    public static JsonObject Body(string instrument, IEnumerable<JsonObject> answers) =>
        new() { ["instrument"] = instrument, ["answers"] = new JsonArray([.. answers.Select(answer => answer.DeepClone())]) };

    /// <summary>An item of a batch that has seen no version of the answer yet.</summary>
    public static JsonObject Sent(JsonObject answer, Guid? id = null, int? baseVersion = null)
    {
        var sent = (JsonObject)answer.DeepClone();
        sent["id"] = id ?? Guid.CreateVersion7();
        sent["baseVersion"] = baseVersion;

        return sent;
    }

    /// <summary>The best answer to an item of a form.</summary>
    public static JsonObject BestOfItem(JsonElement item)
    {
        var answer = new JsonObject { ["indicator"] = item.Text("indicator"), ["subject"] = item.Text("subject") };

        switch (item.Text("kind"))
        {
            case "level":
                answer["level"] = item.At("highest").GetInt32();
                break;
            case "number":
                answer["number"] = item.Number("highest");
                break;
            default:
                answer["checked"] = new JsonArray([.. item.Items("options").Select(option => (JsonNode)option.Text("code")!)]);
                break;
        }

        return answer;
    }

    private static List<JsonObject> Everywhere(JsonElement instrument, Action<JsonElement, JsonObject> answerBy) =>
    [
        .. from dimension in instrument.Items("dimensions")
           from variable in dimension.Items("variables")
           from indicator in variable.Items("indicators")
           from number in Enumerable.Range(1, indicator.At("expected").GetInt32())
           select Answer(indicator, number, answerBy),
    ];

    private static JsonObject Answer(JsonElement indicator, int number, Action<JsonElement, JsonObject> answerBy)
    {
        var subject = indicator.Text("subject");
        var answer = new JsonObject
        {
            ["indicator"] = indicator.Text("code"),
            ["subject"] = subject == "unit" ? subject : $"{subject}:{number}",
        };
        answerBy(indicator, answer);

        return answer;
    }

    private static void BestOf(JsonElement indicator, JsonObject answer)
    {
        if (!indicator.Absent("levels"))
        {
            answer["level"] = indicator.At("levels/highest").GetInt32();
        }
        else if (!indicator.Absent("number"))
        {
            answer["number"] = indicator.Number("number/best");
        }
        else
        {
            answer["checked"] = new JsonArray([.. indicator.Items("options").Select(option => (JsonNode)option.Text("code")!)]);
        }
    }

    private static void WorstOf(JsonElement indicator, JsonObject answer)
    {
        if (!indicator.Absent("levels"))
        {
            answer["level"] = indicator.At("levels/lowest").GetInt32();
        }
        else if (!indicator.Absent("number"))
        {
            answer["number"] = indicator.Number("number/worst");
        }
        else
        {
            answer["checked"] = new JsonArray();
        }
    }
}
