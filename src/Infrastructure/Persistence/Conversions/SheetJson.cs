using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Infrastructure.Persistence.Conversions;

/// <summary>
/// The answers of a sheet as the JSON of its row, which is read and written with every batch. It is compact: each indicator occurs once, devices
/// and times of receipt are referred to by their index in a list, and each answer is an array
/// <c>[subject, id, version, received, observed, device, value, reason, technique]</c>, truncated after the last member that is present.
/// Received and device are indexes in <c>times</c> and <c>devices</c>; observed is in microseconds since 1970; a value is a
/// level, a text for a number, a list for a checklist, or null for "not applicable".
/// </summary>
internal static class SheetJson
{
    private const int AnswerLength = 80;

    private static readonly JsonWriterOptions options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly Technique[] techniques = Enum.GetValues<Technique>();
    private static readonly string[] techniqueNames = [.. techniques.Select(technique => technique.ToCamelCase())];

    public static string Write(IReadOnlyList<StoredAnswer> answers)
    {
        var buffer = new ArrayBufferWriter<byte>(AnswerLength * (answers.Count + 2));
        var (times, devices) = (new DistinctValues<DateTimeOffset>(), new DistinctValues<string>());

        foreach (var stored in answers)
        {
            times.IndexOf(stored.At);

            if (stored.Device is { } device)
            {
                devices.IndexOf(device);
            }
        }

        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteStartArray("times"u8);
            times.All.ForEach(time => json.WriteStringValue(time.UtcDateTime));
            json.WriteEndArray();
            json.WriteStartArray("devices"u8);
            devices.All.ForEach(json.WriteStringValue);
            json.WriteEndArray();
            json.WriteStartObject("answers"u8);
            WriteAnswers(json, answers, times, devices);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<StoredAnswer> Read(string text)
    {
        var length = Encoding.UTF8.GetMaxByteCount(text.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(length);

        try
        {
            return Read(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static void WriteAnswers(Utf8JsonWriter json, IReadOnlyList<StoredAnswer> answers, DistinctValues<DateTimeOffset> times, DistinctValues<string> devices)
    {
        string? indicator = null;

        foreach (var stored in answers)
        {
            if (stored.Answer.Indicator != indicator)
            {
                if (indicator is not null)
                {
                    json.WriteEndArray();
                }

                indicator = stored.Answer.Indicator;
                json.WriteStartArray(indicator);
            }

            WriteAnswer(json, stored, times, devices);
        }

        if (indicator is not null)
        {
            json.WriteEndArray();
        }
    }

    private static void WriteAnswer(Utf8JsonWriter json, StoredAnswer stored, DistinctValues<DateTimeOffset> times, DistinctValues<string> devices)
    {
        var answer = stored.Answer;
        json.WriteStartArray();
        json.WriteStringValue(answer.Subject);
        json.WriteStringValue(stored.Id);
        json.WriteNumberValue(stored.Version);
        json.WriteNumberValue(times.IndexOf(stored.At));
        WriteOrNull(json, stored.ObservedAt is { } observed ? (observed.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond : null);
        WriteOrNull(json, stored.Device is { } device ? devices.IndexOf(device) : null);
        WriteValue(json, answer);

        if (answer.Reason is not null || answer.Technique is not null)
        {
            json.WriteStringValue(answer.Reason);
        }

        if (answer.Technique is { } technique)
        {
            json.WriteStringValue(techniqueNames[(int)technique]);
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, Answer answer)
    {
        if (answer.Level is { } level)
        {
            json.WriteNumberValue(level);
        }
        else if (answer.Number is { } number)
        {
            json.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
        }
        else if (answer.Checked is { } found)
        {
            json.WriteStartArray();

            foreach (var option in found)
            {
                json.WriteStringValue(option);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteOrNull(Utf8JsonWriter json, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static List<StoredAnswer> Read(ReadOnlySpan<byte> bytes)
    {
        var json = new Utf8JsonReader(bytes);
        var answers = new List<StoredAnswer>();
        List<DateTimeOffset> times = [];
        List<string> devices = [];
        json.Read();

        // Times and devices come first, because they are written first.
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("answers"u8))
            {
                json.Read();
                ReadAnswers(ref json, answers, times, devices);
            }
            else
            {
                var isTimes = json.ValueTextEquals("times"u8);
                json.Read();

                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    if (isTimes)
                    {
#pragma warning disable RS0030 // What the program itself has written, with its offset.
                        times.Add(json.GetDateTimeOffset());
#pragma warning restore RS0030
                    }
                    else
                    {
                        devices.Add(json.GetString()!);
                    }
                }
            }
        }

        return answers;
    }

    private static void ReadAnswers(ref Utf8JsonReader json, List<StoredAnswer> answers, List<DateTimeOffset> times, List<string> devices)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var indicator = json.GetString()!;
            json.Read();

            while (json.Read() && json.TokenType == JsonTokenType.StartArray)
            {
                answers.Add(ReadAnswer(ref json, indicator, times, devices));
            }
        }
    }

    private static StoredAnswer ReadAnswer(ref Utf8JsonReader json, string indicator, List<DateTimeOffset> times, List<string> devices)
    {
        json.Read();
        var subject = json.GetString()!;
        json.Read();
        var id = json.GetGuid();
        json.Read();
        var version = json.GetInt32();
        json.Read();
        var time = times[json.GetInt32()];
        json.Read();
        DateTimeOffset? observed = json.TokenType == JsonTokenType.Null
            ? null
            : DateTimeOffset.UnixEpoch.AddTicks(json.GetInt64() * TimeSpan.TicksPerMicrosecond);
        json.Read();
        var device = json.TokenType == JsonTokenType.Null ? null : devices[json.GetInt32()];
        json.Read();
        var value = ReadValue(ref json);
        string? reason = null;
        Technique? technique = null;

        if (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            reason = json.GetString();

            if (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                technique = techniques[Array.IndexOf(techniqueNames, json.GetString())];
                json.Read();
            }
        }

        return new(id, version, time, observed, device, new(indicator, subject)
        {
            Level = value.Level,
            Number = value.Number,
            Checked = value.Checked,
            NotApplicable = value is (null, null, null),
            Reason = reason,
            Technique = technique,
        });
    }

    private static (int? Level, decimal? Number, IReadOnlyList<string>? Checked) ReadValue(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Number:
                return (json.GetInt32(), null, null);
            case JsonTokenType.String:
                return (null, decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture), null);
            case JsonTokenType.StartArray:
                var found = new List<string>();

                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    found.Add(json.GetString()!);
                }

                return (null, null, found);
            default:
                return default;
        }
    }

    /// <summary>Distinct values in the order of their first occurrence, with their index.</summary>
    private sealed class DistinctValues<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> indexes = [];

        public List<T> All { get; } = [];

        public int IndexOf(T value)
        {
            if (!indexes.TryGetValue(value, out var index))
            {
                index = All.Count;
                indexes.Add(value, index);
                All.Add(value);
            }

            return index;
        }
    }
}
