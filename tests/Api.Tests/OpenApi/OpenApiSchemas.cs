using Json.Schema;

namespace Compliance.Api.Tests.OpenApi;

/// <summary>
/// The schemas of an OpenAPI 3.0 document as JSON Schema, which validators read. They differ in null: <c>nullable</c> is
/// the type "null" there. Beside a <c>$ref</c> OpenAPI 3.0 has no room for it, so whatever is a reference may be null.
/// </summary>
internal sealed class OpenApiSchemas(JsonElement document)
{
    private const string Nullable = "nullable";
    private const string Reference = "$ref";

    private static readonly EvaluationOptions options = new() { OutputFormat = OutputFormat.List, RequireFormatValidation = true };

    private readonly JsonObject schemas = Members(document.GetProperty("components").GetProperty("schemas"));

    /// <summary>All that is wrong with a value, each with its place in the value.</summary>
    public IReadOnlyList<string> Faults(JsonElement schema, JsonElement value)
    {
        var whole = Converted(schema);
        whole["components"] = new JsonObject { ["schemas"] = schemas.DeepClone() };
        var result = JsonSchema.FromText(whole.ToJsonString()).Evaluate(JsonNode.Parse(value.GetRawText()), options);

        return result.IsValid ? []
            : [.. (result.Details ?? []).Where(detail => detail.Errors is not null)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key} {error.Value}"))
                .Append("invalid")];
    }

    private static JsonObject Members(JsonElement schemas) =>
        new(schemas.EnumerateObject().Select(schema => KeyValuePair.Create(schema.Name, (JsonNode?)Converted(schema.Value))));

    private static JsonObject Converted(JsonElement schema)
    {
        var isNullable = schema.TryGetProperty(Nullable, out var nullable) && nullable.GetBoolean();
        var converted = new JsonObject();

        foreach (var member in schema.EnumerateObject())
        {
            converted[member.Name] = member.Name switch
            {
                "properties" => new JsonObject(member.Value.EnumerateObject().Select(property => KeyValuePair.Create(property.Name, (JsonNode?)OfMember(property.Value)))),
                "items" or "additionalProperties" when member.Value.ValueKind == JsonValueKind.Object => Converted(member.Value),
                "type" when isNullable => new JsonArray(member.Value.GetString(), "null"),
                "enum" when isNullable => new JsonArray([.. member.Value.EnumerateArray().Select(each => JsonNode.Parse(each.GetRawText())), null]),
                _ => JsonNode.Parse(member.Value.GetRawText()),
            };
        }

        converted.Remove(Nullable);

        return converted;
    }

    private static JsonObject OfMember(JsonElement schema) => schema.TryGetProperty(Reference, out _)
        ? new JsonObject { ["anyOf"] = new JsonArray(Converted(schema), new JsonObject { ["type"] = "null" }) }
        : Converted(schema);
}
