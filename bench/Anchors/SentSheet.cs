using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compliance.Anchors;

/// <summary>A sheet as the anchors take it: the least that says what was answered.</summary>
internal sealed record SentSheet(SentScore[] Answers)
{
    /// <summary>The scores by indicator, from the first.</summary>
    public short[] Scores()
    {
        var scores = new short[Answers.Length];

        foreach (var answer in Answers)
        {
            scores[answer.IndicatorId - 1] = answer.Score;
        }

        return scores;
    }

    /// <summary>The notes by indicator as JSON; null where there is none.</summary>
    public string? Notes()
    {
        var notes = Answers.Where(answer => answer.Note is not null).ToDictionary(answer => answer.IndicatorId, answer => answer.Note!);

        return notes.Count == 0 ? null : JsonSerializer.Serialize(notes, SheetJson.Default.DictionaryInt16String);
    }
}

internal sealed record SentScore(short IndicatorId, short Score, string? Note);

/// <summary>What is stored, so that it can be compared with what was sent.</summary>
internal sealed record StoredSheets(long Versions, long Answers, long Points);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SentSheet))]
[JsonSerializable(typeof(StoredSheets))]
[JsonSerializable(typeof(Dictionary<short, string>))]
[JsonSerializable(typeof(string))]
internal sealed partial class SheetJson : JsonSerializerContext;
