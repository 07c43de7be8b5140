using System.Text.Json;
using System.Text.Json.Serialization;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Writes the whole trail as lines of JSON, which <see cref="AuditTrailFile"/> checks without any database.</summary>
[Needs(Permission.ReadAudit)]
public sealed record ExportAudit(Stream To) : IRequest<AuditExported>;

public sealed record AuditExported(long Lines);

internal sealed class ExportAuditHandler(IComplianceDb db) : IRequestHandler<ExportAudit, AuditExported>
{
    public async Task<AuditExported> Handle(ExportAudit request, CancellationToken cancellationToken)
    {
        await using var snapshot = await db.OpenSnapshot(cancellationToken);
        var lines = 0L;

        await foreach (var part in db.ReadTrail(cancellationToken))
        {
            await JsonSerializer.SerializeAsync(request.To, part, TrailJson.Default.TrailPart, cancellationToken);
            await request.To.WriteAsync("\n"u8.ToArray(), cancellationToken);
            lines++;
        }

        await request.To.FlushAsync(cancellationToken);

        return new(lines);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(AuditEntryIdText)], DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TrailPart))]
internal sealed partial class TrailJson : JsonSerializerContext;

internal sealed class AuditEntryIdText : JsonConverter<AuditEntryId>
{
    public override AuditEntryId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, AuditEntryId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
