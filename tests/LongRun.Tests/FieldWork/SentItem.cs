using System.Globalization;

namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>One observation: what the versions count.</summary>
internal sealed record Place(string Indicator, string Subject, string? Technique)
{
    public static Place Of(JsonElement answer) => new(answer.Word("indicator") ?? "", answer.Word("subject") ?? "", answer.Word("technique"));
}

internal enum Fit
{
    /// <summary>To be taken, wherever it stands then.</summary>
    Right,

    /// <summary>To be refused, whatever happened before.</summary>
    Wrong,

    /// <summary>Right by itself, and sent beside another answer to the same observation.</summary>
    Twice,
}

/// <summary>One item as a device made it; it never changes afterwards.</summary>
/// <param name="Key">Its id, also where that is no UUID; of an item without one, the mark in its reason.</param>
/// <param name="Said">The answer as one text, in which nothing depends on spelling.</param>
internal sealed record SentItem(string Key, Place Place, string Said, int? Base, string? ObservedAt, string? Device, Fit Fit, string Json)
{
    public static SentItem Of(JsonObject json, Fit fit)
    {
        var item = JsonSerializer.SerializeToElement(json);

        return new(
            KeyOf(item), Place.Of(item), Saying.Of(item), item.Whole("baseVersion"), item.Word("observedAt"), item.Word("device"), fit, item.GetRawText());
    }

    public static string KeyOf(JsonElement item) => item.Word("id") ?? $"without id: {item.Word("reason")}";
}

/// <summary>What the server said about one item of a batch whose answer was read.</summary>
internal sealed record Acknowledged(SentItem Item, string Outcome, int? Version, string? Code);

internal static class Saying
{
    public static string Of(JsonElement answer)
    {
        var ticked = answer.TryGetProperty("checked", out var options) && options.ValueKind == JsonValueKind.Array
            ? string.Join(',', options.EnumerateArray().Select(option => option.ToString()).Order(StringComparer.Ordinal))
            : "-";
        var number = answer.TryGetProperty("number", out var given) && given.ValueKind == JsonValueKind.Number
            ? given.GetDecimal().ToString("G29", CultureInfo.InvariantCulture)
            : "-";
        var notApplicable = answer.TryGetProperty("notApplicable", out var flag) && flag.ValueKind == JsonValueKind.True;

        return $"level {answer.Whole("level")}, number {number}, checked {ticked}, not applicable {notApplicable}, reason {answer.Word("reason")}";
    }

    public static string? Word(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    public static int? Whole(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) ? number : null;
}
