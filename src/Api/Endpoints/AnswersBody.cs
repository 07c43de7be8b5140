using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Application.Common;
using Compliance.Application.Instruments;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Api.Endpoints;

internal sealed record AnswersBody([property: MaxLength(PutAnswers.MostAnswers)] IReadOnlyList<AnswerItemBody>? Answers);

/// <summary>One item of a batch, as it was received.</summary>
[JsonConverter(typeof(AnswerItemParser))]
internal sealed record AnswerItemBody(ReceivedItem Item);

internal sealed class AnswerItemParser : JsonConverter<AnswerItemBody>
{
    private static readonly JsonConverter<AnswerBody> members = (JsonConverter<AnswerBody>)ApiJson.Default.AnswerBody.Converter;

    /// <summary>A null among the items must be reported as an unreadable item.</summary>
    public override bool HandleNull => true;

    public override AnswerItemBody Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        var fault = InputErrors.Malformed.At("");

        if (BodyScan.Check(reader, ApiJson.Default.AnswerBody) is [var first, ..])
        {
            return Unreadable(ref reader, first);
        }

        try
        {
            if (Body(ref reader) is { } body && body.ToSent(out fault) is { } sent)
            {
                return new(ReceivedItem.Of(sent));
            }
        }
        catch (JsonException problem)
        {
            fault = ((problem as RefusedValueException)?.Error ?? InputErrors.Malformed).At((problem.Path ?? "").Replace('.', '/').TrimStart('$'));
        }

        reader = start;

        return Unreadable(ref reader, fault);
    }

    private static AnswerItemBody Unreadable(ref Utf8JsonReader reader, Fault? fault)
    {
        using var document = JsonDocument.ParseValue(ref reader);

        return new(new(IdOf(document.RootElement), null, fault, document.RootElement.GetRawText()));
    }

    public override void Write(Utf8JsonWriter writer, AnswerItemBody value, JsonSerializerOptions options) => throw new NotSupportedException();

    /// <summary>
    /// The serializer first scans for the end of an item and then reads it, which is twice the work. It is therefore used only for
    /// an invalid item, because only the serializer can tell which member is invalid.
    /// </summary>
    private static AnswerBody? Body(ref Utf8JsonReader reader)
    {
        var start = reader;

        try
        {
            return members.Read(ref reader, typeof(AnswerBody), ApiJson.Default.Options);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            reader = start;

            return JsonSerializer.Deserialize(ref reader, ApiJson.Default.AnswerBody);
        }
    }

    /// <summary>The id as it was sent, even if it is not a UUID.</summary>
    private static string? IdOf(JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var given) && given.ValueKind == JsonValueKind.String
                ? given.GetString()
                : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate in the id or in a member's name: JSON can contain it, but it is not valid text.
            return null;
        }
    }
}

/// <summary>One answer of a batch. An item that cannot be read does not affect the others.</summary>
internal sealed record AnswerBody
{
    // With setters, because generated readers take twice as long for constructor parameters.
    public Guid? Id { get; set; }

    public int? BaseVersion { get; set; }

    public DateTimeOffset? ObservedAt { get; set; }

    public string? Device { get; set; }

    public string? Reason { get; set; }

    public string? Indicator { get; set; }

    public string? Subject { get; set; }

    public int? Level { get; set; }

    public decimal? Number { get; set; }

    public IReadOnlyList<string>? Checked { get; set; }

    public bool? NotApplicable { get; set; }

    public Technique? Technique { get; set; }

    public SentAnswer? ToSent(out Fault? fault)
    {
        fault = Id is null ? PlainText.Required.At("/id")
            : PlainText.Check(Device, PlainText.NameLength)?.At("/device")
            ?? PlainText.Check(Indicator, PlainText.NameLength)?.At("/indicator")
            ?? PlainText.Check(Subject, PlainText.NameLength)?.At("/subject");

        return fault is not null ? null : new(
            Id!.Value,
            BaseVersion,
            ObservedAt,
            Device,
            new AnswerInput(Indicator, Subject, Level, Number, Checked, NotApplicable, Reason, Technique).ToAnswer());
    }
}

internal sealed record SettlementBody(ConflictChoice? Keep, string? Reason);

internal sealed record DismissalBody(string? Reason);
