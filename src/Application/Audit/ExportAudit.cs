using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Exports the whole trail as lines of JSON, which <see cref="AuditTrailFile"/> verifies without a database.</summary>
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
            await JsonSerializer.SerializeAsync(request.To, part, TrailLine.Type, cancellationToken);
            await request.To.WriteAsync("\n"u8.ToArray(), cancellationToken);
            lines++;
        }

        await request.To.FlushAsync(cancellationToken);

        return new(lines);
    }
}

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    Converters = [typeof(AuditEntryIdText), typeof(StrictInstants)],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TrailPart))]
internal sealed partial class TrailJson : JsonSerializerContext;

/// <summary>Contains the stored columns and nothing derived, so that the verification covers every byte of an exported file.</summary>
internal static class TrailLine
{
    public static readonly JsonTypeInfo<TrailPart> Type = (JsonTypeInfo<TrailPart>)new JsonSerializerOptions(TrailJson.Default.Options)
    {
        TypeInfoResolver = TrailJson.Default.WithAddedModifier(OmitDerivedMembers),
    }.GetTypeInfo(typeof(TrailPart));

    private static void OmitDerivedMembers(JsonTypeInfo type)
    {
        var computed = type.Type == typeof(Checkpoint) ? nameof(Checkpoint.Statement)
            : type.Type == typeof(PersonalData) ? nameof(PersonalData.Commitment)
            : null;

        if (type.Properties.FirstOrDefault(property => string.Equals(property.Name, computed, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            type.Properties.Remove(found);
        }
    }
}

internal sealed class AuditEntryIdText : JsonConverter<AuditEntryId>
{
    public override AuditEntryId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, AuditEntryId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
