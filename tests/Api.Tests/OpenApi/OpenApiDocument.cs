namespace Compliance.Api.Tests.OpenApi;

/// <summary>One operation of the served document.</summary>
internal sealed record DocumentedOperation(string Method, string Path, JsonElement Content)
{
    public string Id => Content.GetProperty("operationId").GetString()!;

    public string Summary => Content.GetProperty("summary").GetString()!;

    public IEnumerable<JsonElement> Parameters => Content.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : [];

    public override string ToString() => $"{Method} {Path}";
}

internal static class OpenApiDocument
{
    public const string Address = "/swagger/v1/swagger.json";

    public static IEnumerable<DocumentedOperation> Operations(this JsonElement document) =>
        document.GetProperty("paths").EnumerateObject().SelectMany(path =>
            path.Value.EnumerateObject().Select(operation => new DocumentedOperation(operation.Name, path.Name, operation.Value)));
}
