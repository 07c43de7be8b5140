using System.Globalization;
using System.Text.Json;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Decisions;

/// <summary>Parses the texts of <see cref="DecidedTextWriter"/>.</summary>
public static class DecidedTextParser
{
    /// <summary>Replaces a reason: remarks are not decided, and may name persons.</summary>
    private const string RemarkWithheld = "-";

    /// <exception cref="FormatException">The text is not such a JSON text.</exception>
    public static UnitInput InputOf(string text) => Read(text, root => new UnitInput(
        ServiceUnitId.From(root.GetProperty("unit").GetGuid()),
        AssessmentId.From(root.GetProperty("assessment").GetGuid()),
        Choice<NotAssessedReason>(root, "notAssessed"),
        root.TryGetProperty("planned", out var planned) ? new(planned[0].GetInt32(), planned[1].GetInt32(), planned[2].GetInt32()) : default,
        root.TryGetProperty("answers", out var answers) ? [.. answers.EnumerateObject().SelectMany(AnswersOf)] : []));

    /// <inheritdoc cref="InputOf" path="/exception"/>
    public static DecidedContent ContentOf(string text) => Read(text, root => new DecidedContent(
        root.GetProperty("institution").GetString()!,
        Choice<InstitutionKind>(root, "kind")!.Value,
        TextOf(root, "region"),
        ScoreOf(root),
        TextOf(root, "category"),
        TextOf(root, "zone"),
        RankOf(root, "national"),
        RankOf(root, "province"),
        [.. root.GetProperty("units").EnumerateArray().Select(UnitOf)]));

    /// <summary>Parses the indicators of a unit's figures.</summary>
    /// <inheritdoc cref="InputOf" path="/exception"/>
    public static IReadOnlyList<DecidedIndicator> IndicatorsOf(string text) =>
        Read<IReadOnlyList<DecidedIndicator>>(text, root => [.. root.GetProperty("indicators").EnumerateArray().Select(IndicatorOf)]);

    private static T Read<T>(string text, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(text);

            return read(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or OverflowException or IndexOutOfRangeException or ArgumentException)
        {
            throw new FormatException("The text is not what a decision writes.", problem);
        }
    }

    private static DecidedUnit UnitOf(JsonElement unit) => new(
        ServiceUnitId.From(unit.GetProperty("unit").GetGuid()),
        unit.GetProperty("name").GetString()!,
        AssessmentId.From(unit.GetProperty("assessment").GetGuid()),
        Choice<ResultStatus>(unit, "status")!.Value,
        Choice<NotAssessedReason>(unit, "reason"),
        ScoreOf(unit),
        TextOf(unit, "category"),
        TextOf(unit, "zone"),
        TextOf(unit, "inputsSha256"),
        TextOf(unit, "figuresSha256"),
        unit.TryGetProperty("dimensions", out var dimensions)
            ? [.. dimensions.EnumerateObject().Select(each => new DimensionPoints(each.Name, Score.Of(each.Value.GetDecimal())))]
            : []);

    private static DecidedIndicator IndicatorOf(JsonElement indicator) => new(
        indicator.GetProperty("code").GetString()!,
        indicator.GetProperty("weight").GetDecimal(),
        NumberOf(indicator, "points"),
        NumberOf(indicator, "achievement"),
        indicator.GetProperty("answered").GetInt32(),
        indicator.GetProperty("notApplicable").GetInt32());

    private static IEnumerable<Answer> AnswersOf(JsonProperty indicator) => indicator.Value.EnumerateObject().Select(each =>
    {
        var (subject, technique) = each.Name.Split('/') is [var before, var after] ? (before, after) : (each.Name, null);

        return new Answer(indicator.Name, subject)
        {
            Technique = technique is null ? null : Named<Technique>(technique),
            Level = each.Value.ValueKind == JsonValueKind.Number ? each.Value.GetInt32() : null,
            Number = each.Value.ValueKind == JsonValueKind.String ? decimal.Parse(each.Value.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture) : null,
            Checked = each.Value.ValueKind == JsonValueKind.Array ? [.. each.Value.EnumerateArray().Select(option => option.GetString()!)] : null,
            NotApplicable = each.Value.ValueKind == JsonValueKind.Null,
            Reason = each.Value.ValueKind == JsonValueKind.Null ? RemarkWithheld : null,
        };
    });

    private static Score? ScoreOf(JsonElement element) => NumberOf(element, "score") is { } value ? Score.Of(value) : null;

    private static Rank? RankOf(JsonElement element, string name) =>
        element.TryGetProperty(name, out var place) ? new(place[0].GetInt32(), place[1].GetInt32()) : null;

    private static string? TextOf(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static decimal? NumberOf(JsonElement element, string name) => element.TryGetProperty(name, out var number) ? number.GetDecimal() : null;

    private static T? Choice<T>(JsonElement element, string name)
        where T : struct, Enum => TextOf(element, name) is { } text ? Named<T>(text) : null;

    private static T Named<T>(string name)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToCamelCase() == name)
            {
                return value;
            }
        }

        throw new FormatException($"'{name}' is no {typeof(T).Name}.");
    }
}
