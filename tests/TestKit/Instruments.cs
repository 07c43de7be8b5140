namespace Compliance.TestKit;

/// <summary>Instruments to publish, made from one that is published.</summary>
public static class Instruments
{
    /// <summary>Members of the answer that belong to its publication, not to the instrument.</summary>
    private static readonly string[] OfThePublication = ["sha256", "publishedAt", "resultsOnly", "observations"];

    public static JsonObject Copy(JsonElement instrument, string code)
    {
        var copy = (JsonObject)JsonNode.Parse(instrument.GetRawText())!;
        copy["code"] = code;
        Array.ForEach(OfThePublication, member => copy.Remove(member));

        return copy;
    }
}
