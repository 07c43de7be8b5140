using System.Text.Json;
using System.Text.Json.Serialization;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;

namespace Compliance.Application.Assessments;

/// <summary>How a batch of answers stands in the audit's entries: the one log of what was sent. Absent members are left out.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(EnumNames), typeof(UtcInstants), typeof(PlainDecimals)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnswerBatch))]
[JsonSerializable(typeof(BatchEntry))]
internal sealed partial class BatchJson : JsonSerializerContext
{
    /// <summary>The use case whose entries hold batches.</summary>
    public const string UseCase = "putAnswers";

    public static string Write(AnswerBatch batch) => CanonicalJson.Of(JsonSerializer.SerializeToElement(batch, Default.AnswerBatch));

    public static AnswerBatch Read(string payload) => JsonSerializer.Deserialize(payload, Default.BatchEntry)!.Content;
}

internal sealed record BatchEntry(AnswerBatch Content);
