namespace Compliance.Api.Tests.OpenApi;

/// <summary>One member of the JSON that an operation takes. Lists are <c>*</c> in the path, as in <c>/units/*/name</c>.</summary>
internal sealed record BodyMember(DocumentedOperation Operation, string Path, JsonElement Schema);

internal static class BodyMembers
{
    private const int Deepest = 6;

    /// <summary>The members of all JSON bodies with one of these formats.</summary>
    public static IReadOnlyList<BodyMember> Members(this JsonElement document, params string[] formats) =>
    [
        .. document.Members().Where(member => member.Schema.TryGetProperty("format", out var format) && formats.Contains(format.GetString())),
    ];

    /// <summary>All members of all JSON bodies that are no objects and no lists.</summary>
    public static IEnumerable<BodyMember> Members(this JsonElement document) =>
        from operation in document.Operations()
        where operation.Content.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out _)
        from member in Within(document, operation.Content.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema"), "", 0)
        select new BodyMember(operation, member.Path, member.Schema);

    private static IEnumerable<(string Path, JsonElement Schema)> Within(JsonElement document, JsonElement schema, string path, int depth)
    {
        if (depth > Deepest)
        {
            return [];
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Within(document, reference.GetString()![2..].Split('/').Aggregate(document, (at, name) => at.GetProperty(name)), path, depth);
        }

        if (schema.TryGetProperty("allOf", out var parts))
        {
            return parts.EnumerateArray().SelectMany(part => Within(document, part, path, depth));
        }

        if (schema.TryGetProperty("items", out var items))
        {
            return Within(document, items, $"{path}/*", depth + 1);
        }

        return schema.TryGetProperty("properties", out var members)
            ? members.EnumerateObject().SelectMany(member => Within(document, member.Value, $"{path}/{member.Name}", depth + 1))
            : [(path, schema)];
    }
}
