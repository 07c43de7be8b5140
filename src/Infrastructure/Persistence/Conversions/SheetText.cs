using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Infrastructure.Persistence.Conversions;

/// <summary>
/// The answers of a sheet as the JSON of its row, which is read and written with every batch: indicators once, devices and
/// times of receipt by their place in a list, each answer an array
/// <c>[subject, id, version, received, observed, device, value, reason, technique]</c>, cut off after the last that is there.
/// Received and device are places in <c>times</c> and <c>devices</c>; observed is in microseconds since 1970; a value is a
/// level, a text for a number, a list for a checklist, or null for "not applicable".
/// </summary>
internal static class SheetText
{
    private const int AnswerLength = 80;

    private static readonly JsonWriterOptions options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly Technique[] techniques = Enum.GetValues<Technique>();
    private static readonly string[] techniqueNames = [.. techniques.Select(technique => JsonNamingPolicy.CamelCase.ConvertName(technique.ToString()))];

    public static string Write(IReadOnlyList<StoredAnswer> answers)
    {
        var buffer = new ArrayBufferWriter<byte>(AnswerLength * (answers.Count + 2));
        var (times, devices) = (new Places<DateTimeOffset>(), new Places<string>());

        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteStartObject("answers"u8);
            WriteAnswers(json, answers, times, devices);
            json.WriteEndObject();
            json.WriteStartArray("devices"u8);
            devices.All.ForEach(device => json.WriteStringValue(device));
            json.WriteEndArray();
            json.WriteStartArray("times"u8);
            times.All.ForEach(time => json.WriteStringValue(time.UtcDateTime));
            json.WriteEndArray();
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

    private static void WriteAnswers(Utf8JsonWriter json, IReadOnlyList<StoredAnswer> answers, Places<DateTimeOffset> times, Places<string> devices)
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

    private static void WriteAnswer(Utf8JsonWriter json, StoredAnswer stored, Places<DateTimeOffset> times, Places<string> devices)
    {
        var answer = stored.Answer;
        json.WriteStartArray();
        json.WriteStringValue(answer.Subject);
        json.WriteStringValue(stored.Id);
        json.WriteNumberValue(stored.Version);
        json.WriteNumberValue(times.PlaceOf(stored.At));
        WriteOrNull(json, stored.ObservedAt is { } observed ? (observed.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond : null);
        WriteOrNull(json, stored.Device is { } device ? devices.PlaceOf(device) : null);
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
        var answers = new List<(StoredAnswer Answer, int Time, int? Device)>();
        List<DateTimeOffset> times = [];
        List<string> devices = [];
        json.Read();

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("answers"u8))
            {
                json.Read();
                ReadAnswers(ref json, answers);
            }
            else
            {
                var isTimes = json.ValueTextEquals("times"u8);
                json.Read();

                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    if (isTimes)
                    {
                        times.Add(json.GetDateTimeOffset());
                    }
                    else
                    {
                        devices.Add(json.GetString()!);
                    }
                }
            }
        }

        return answers.ConvertAll(read => read.Answer with { At = times[read.Time], Device = read.Device is { } place ? devices[place] : null });
    }

    private static void ReadAnswers(ref Utf8JsonReader json, List<(StoredAnswer Answer, int Time, int? Device)> answers)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var indicator = json.GetString()!;
            json.Read();

            while (json.Read() && json.TokenType == JsonTokenType.StartArray)
            {
                answers.Add(ReadAnswer(ref json, indicator));
            }
        }
    }

    private static (StoredAnswer Answer, int Time, int? Device) ReadAnswer(ref Utf8JsonReader json, string indicator)
    {
        json.Read();
        var answer = new Answer(indicator, json.GetString()!);
        json.Read();
        var id = json.GetGuid();
        json.Read();
        var version = json.GetInt32();
        json.Read();
        var time = json.GetInt32();
        json.Read();
        DateTimeOffset? observed = json.TokenType == JsonTokenType.Null
            ? null
            : DateTimeOffset.UnixEpoch.AddTicks(json.GetInt64() * TimeSpan.TicksPerMicrosecond);
        json.Read();
        int? device = json.TokenType == JsonTokenType.Null ? null : json.GetInt32();
        json.Read();
        answer = ReadValue(ref json, answer);

        if (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            answer = answer with { Reason = json.GetString() };

            if (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                answer = answer with { Technique = techniques[Array.IndexOf(techniqueNames, json.GetString())] };
                json.Read();
            }
        }

        return (new(id, version, default, observed, null, answer), time, device);
    }

    private static Answer ReadValue(ref Utf8JsonReader json, Answer answer)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Number:
                return answer with { Level = json.GetInt32() };
            case JsonTokenType.String:
                return answer with { Number = decimal.Parse(json.GetString()!, CultureInfo.InvariantCulture) };
            case JsonTokenType.StartArray:
                var found = new List<string>();

                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    found.Add(json.GetString()!);
                }

                return answer with { Checked = found };
            default:
                return answer with { NotApplicable = true };
        }
    }

    /// <summary>Values in the order they came first; there are few of them.</summary>
    private sealed class Places<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> places = [];

        public List<T> All { get; } = [];

        public int PlaceOf(T value)
        {
            if (!places.TryGetValue(value, out var place))
            {
                place = All.Count;
                places.Add(value, place);
                All.Add(value);
            }

            return place;
        }
    }
}
