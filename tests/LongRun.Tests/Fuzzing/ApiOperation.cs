using System.Globalization;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <param name="In">path, query or header.</param>
internal sealed record ApiParameter(string Name, string In, JsonElement Schema)
{
    public string? Format => Schema.FormatOf();

    /// <summary>Whether routing takes such a segment, by the constraint that the format comes from.</summary>
    public bool Takes(string segment) => Format switch
    {
        "uuid" => Guid.TryParse(segment, out _),
        "int32" => int.TryParse(segment, CultureInfo.InvariantCulture, out _),
        _ => segment.Length > 0,
    };
}

internal static class Schemas
{
    public static string? FormatOf(this JsonElement schema) => schema.TryGetProperty("format", out var format) ? format.GetString() : null;

    /// <summary>The values of a closed set; none where the set is open.</summary>
    public static IReadOnlyList<string> ValuesOf(this JsonElement schema) =>
        schema.TryGetProperty("enum", out var values) ? [.. values.EnumerateArray().Select(value => value.ToString())] : [];

    public static bool IsNullable(this JsonElement schema) => schema.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean();
}

internal sealed record ApiBody(string MediaType, JsonElement Schema, JsonElement? Example);

/// <summary>One operation, with everything that its document says it answers: codes by status.</summary>
internal sealed record ApiOperation(
    string Id,
    string Method,
    string Path,
    IReadOnlyList<ApiParameter> Parameters,
    ApiBody? Body,
    IReadOnlyDictionary<int, string[]> Answers)
{
    private const string CodesFollow = "Codes: ";

    private readonly string[] segments = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What kind of thing it is about: the last word of its address that is no parameter.</summary>
    public string Resource => segments.Last(segment => segment[0] != '{');

    public int Literals => segments.Count(segment => segment[0] != '{');

    public static ApiOperation Of(string path, string method, JsonElement operation, Func<JsonElement, JsonElement> resolve) => new(
        operation.GetProperty("operationId").GetString()!,
        method,
        path,
        operation.TryGetProperty("parameters", out var parameters)
            ? [.. parameters.EnumerateArray().Select(each => new ApiParameter(each.Text("name")!, each.Text("in")!, resolve(each.At("schema"))))]
            : [],
        operation.TryGetProperty("requestBody", out var body) ? BodyOf(body.At("content").EnumerateObject().First()) : null,
        operation.At("responses").EnumerateObject().Where(response => response.Name.All(char.IsAsciiDigit)).ToDictionary(
            response => int.Parse(response.Name, CultureInfo.InvariantCulture),
            response => CodesOf(response.Value.Text("description")!)));

    /// <summary>The kind of thing that a parameter of the path names: the word before it.</summary>
    public string ResourceOf(string parameter) => segments[Array.IndexOf(segments, $"{{{parameter}}}") - 1];

    public bool IsAt(IReadOnlyList<string> given) =>
        IsLike(given) && segments.Zip(given).Where(pair => pair.First[0] == '{')
            .All(pair => Parameters.First(each => each.Name == pair.First.Trim('{', '}')).Takes(pair.Second));

    /// <summary>Whether an address is of this shape, whatever stands in the place of its parameters.</summary>
    public bool IsLike(IReadOnlyList<string> given) =>
        given.Count == segments.Length && segments.Zip(given)
            .All(pair => pair.First[0] == '{' ? pair.Second.Length > 0 : pair.First.Equals(pair.Second, StringComparison.OrdinalIgnoreCase));

    private static ApiBody BodyOf(JsonProperty content) => new(
        content.Name, content.Value.At("schema"), content.Value.TryGetProperty("example", out var example) ? example : null);

    private static string[] CodesOf(string description) =>
        description.IndexOf(CodesFollow, StringComparison.Ordinal) is var at and >= 0
            ? description[(at + CodesFollow.Length)..].TrimEnd('.').Split(", ")
            : [];
}
