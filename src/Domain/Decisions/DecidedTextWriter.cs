using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Domain.Decisions;

/// <summary>
/// Writes decided contents and their inputs as the JSON text that is stored, hashed and published: members in a fixed order, absent ones left out,
/// numbers as they were computed. The text names no person and contains no remark.
/// </summary>
public static class DecidedTextWriter
{
    private const int UnitLength = 6_000;

    private static readonly JsonWriterOptions options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>
    /// The inputs of one unit: the planned subjects, and by indicator and subject a level, a number as text, the list
    /// of ticked options, or null for "not applicable".
    /// </summary>
    public static string InputOf(UnitInput input) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("unit"u8, input.Unit.Value);
        json.WriteString("assessment"u8, input.Assessment.Value);

        if (input.NotAssessed is { } reason)
        {
            json.WriteString("notAssessed"u8, reason.ToCamelCase());
        }
        else
        {
            json.WriteStartArray("planned"u8);
            json.WriteNumberValue(input.Planned.Products);
            json.WriteNumberValue(input.Planned.Respondents);
            json.WriteNumberValue(input.Planned.Officials);
            json.WriteEndArray();
            WriteAnswers(json, input.Answers);
        }

        json.WriteEndObject();
    });

    /// <summary>The figures of one unit: the sum of all points before it is rounded, and the contribution of each indicator.</summary>
    public static string FiguresOf(AssessmentId assessment, string inputsSha256, decimal? unrounded, IEnumerable<DecidedIndicator> indicators) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("assessment"u8, assessment.Value);
        json.WriteString("inputsSha256"u8, inputsSha256);
        WriteNumber(json, "unrounded"u8, unrounded);
        json.WriteStartArray("indicators"u8);

        foreach (var indicator in indicators)
        {
            WriteIndicator(json, indicator);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The decided content of one institution.</summary>
    public static string ContentOf(DecidedContent content) => Text(json =>
    {
        json.WriteStartObject();
        json.WriteString("institution"u8, content.Code);
        json.WriteString("kind"u8, content.Kind.ToCamelCase());

        if (content.Region is not null)
        {
            json.WriteString("region"u8, content.Region);
        }

        WriteOutcome(json, content.Score, content.Category, content.Zone);
        WriteRank(json, "national"u8, content.National);
        WriteRank(json, "province"u8, content.Province);
        json.WriteStartArray("units"u8);

        foreach (var unit in content.Units)
        {
            WriteUnit(json, unit);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteAnswers(Utf8JsonWriter json, IReadOnlyList<Answer> answers)
    {
        string? indicator = null;
        json.WriteStartObject("answers"u8);

        foreach (var answer in answers)
        {
            if (answer.Indicator != indicator)
            {
                if (indicator is not null)
                {
                    json.WriteEndObject();
                }

                indicator = answer.Indicator;
                json.WriteStartObject(indicator);
            }

            json.WritePropertyName(answer.Technique is { } technique ? $"{answer.Subject}/{technique.ToCamelCase()}" : answer.Subject);
            WriteValue(json, answer);
        }

        if (indicator is not null)
        {
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, Answer answer)
    {
        switch (answer)
        {
            case { Level: { } level }:
                json.WriteNumberValue(level);
                break;
            case { Number: { } number }:
                json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
                break;
            case { Checked: { } ticked }:
                json.WriteStartArray();

                foreach (var option in ticked.Order(StringComparer.Ordinal))
                {
                    json.WriteStringValue(option);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static void WriteUnit(Utf8JsonWriter json, DecidedUnit unit)
    {
        json.WriteStartObject();
        json.WriteString("unit"u8, unit.Unit.Value);
        json.WriteString("name"u8, unit.Name);
        json.WriteString("assessment"u8, unit.Assessment.Value);
        json.WriteString("status"u8, unit.Status.ToCamelCase());

        if (unit.Reason is { } reason)
        {
            json.WriteString("reason"u8, reason.ToCamelCase());
        }

        WriteOutcome(json, unit.Score, unit.Category, unit.Zone);

        if (unit.InputsSha256 is { } inputs)
        {
            json.WriteString("inputsSha256"u8, inputs);
            json.WriteString("figuresSha256"u8, unit.FiguresSha256);
            json.WriteStartObject("dimensions"u8);

            foreach (var dimension in unit.Dimensions)
            {
                json.WriteNumber(dimension.Dimension, Printed(dimension.Points));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteIndicator(Utf8JsonWriter json, DecidedIndicator indicator)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, indicator.Code);
        json.WriteNumber("weight"u8, indicator.Weight);
        WriteNumber(json, "points"u8, indicator.Points);
        WriteNumber(json, "achievement"u8, indicator.Achievement);
        json.WriteNumber("answered"u8, indicator.Answered);
        json.WriteNumber("notApplicable"u8, indicator.NotApplicable);
        json.WriteEndObject();
    }

    private static void WriteOutcome(Utf8JsonWriter json, Score? score, string? category, string? zone)
    {
        WriteNumber(json, "score"u8, score is { } value ? Printed(value) : null);

        if (category is not null)
        {
            json.WriteString("category"u8, category);
        }

        if (zone is not null)
        {
            json.WriteString("zone"u8, zone);
        }
    }

    /// <summary>Removes trailing zeros, which depend on how the score was computed.</summary>
    private static decimal Printed(Score score) => score.Hundredths / 100m;

    private static void WriteRank(Utf8JsonWriter json, ReadOnlySpan<byte> name, Rank? rank)
    {
        if (rank is { } place)
        {
            json.WriteStartArray(name);
            json.WriteNumberValue(place.Position);
            json.WriteNumberValue(place.Of);
            json.WriteEndArray();
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(UnitLength);

        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
