using System.Text.Json;
using System.Text.Json.Serialization;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;

namespace Compliance.Application.Assessments;

/// <summary>Reads batches of answers from the audit entries that <see cref="AnswerLog"/> wrote.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(EnumNames), typeof(UtcInstants), typeof(PlainDecimals)])]
[JsonSerializable(typeof(BatchEntry))]
internal sealed partial class BatchJson : JsonSerializerContext
{
    /// <summary>The use cases whose entries contain batches.</summary>
    public static readonly string[] UseCases = ["putAnswers", "settleConflict", "mendAnswer", "dismissAnswer"];

    public static BatchEntry Read(string payload) => JsonSerializer.Deserialize(payload, Default.BatchEntry)!;
}

/// <summary>The content of an audit entry about a batch.</summary>
internal sealed record BatchEntry(AnswerBatch Content, BatchActor Actor, string? Reason)
{
    /// <summary>The account that sent it; null for other callers.</summary>
    public Guid? By => Guid.TryParse(Actor.Id, out var id) ? id : null;
}

internal sealed record BatchActor(string? Id);

internal static class AnswerLogParser
{
    /// <summary>Returns the log of one sheet, oldest first.</summary>
    public static async Task<List<AuditEntry>> LogOf(this IComplianceDb db, string resource, CancellationToken cancellationToken) =>
        await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Resource == resource && BatchJson.UseCases.Contains(entry.UseCase))
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
}
