using System.Text.Json;
using Compliance.Api.Requests;
using Compliance.Application.Assessments;
using Compliance.Application.Scoring;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Instruments;

namespace Compliance.Api.Endpoints;

/// <summary>Each item is read on its own, so that one that cannot be read leaves the others alone.</summary>
internal sealed record AnswersBody(IReadOnlyList<JsonElement>? Answers);

internal sealed record AnswerBody(
    Guid? Id,
    int? BaseVersion,
    DateTimeOffset? ObservedAt,
    string? Device,
    string? Reason,
    string? Indicator,
    string? Subject,
    int? Level,
    decimal? Number,
    IReadOnlyList<string>? Checked,
    bool? NotApplicable,
    Technique? Technique = null)
{
    public static AnswerItem Read(JsonElement element)
    {
        var id = IdOf(element);

        try
        {
            var body = element.Deserialize(ApiJson.Default.AnswerBody);

            return body is null ? new(id, null, RequestErrors.Unreadable.At("")) : new(id, body.ToSent(out var fault), fault);
        }
        catch (JsonException problem)
        {
            return new(id, null, RequestErrors.Unreadable.At((problem.Path ?? "").Replace('.', '/').TrimStart('$')));
        }
    }

    /// <summary>As it was sent, even where it is no UUID.</summary>
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
            // Half a surrogate pair, in the id or in a member's name: JSON can write it, but no text can hold it.
            return null;
        }
    }

    private SentAnswer? ToSent(out Fault? fault)
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
