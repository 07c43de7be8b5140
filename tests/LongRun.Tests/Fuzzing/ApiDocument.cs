namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>The operations that the served OpenAPI document names, and where an address leads.</summary>
internal sealed class ApiDocument
{
    private const string Reference = "#/components/schemas/";

    private readonly JsonElement schemas;

    private ApiDocument(JsonElement root)
    {
        schemas = root.GetProperty("components").GetProperty("schemas");
        Operations =
        [
            .. root.GetProperty("paths").EnumerateObject().SelectMany(path =>
                path.Value.EnumerateObject().Select(operation => ApiOperation.Of(path.Name, operation.Name.ToUpperInvariant(), operation.Value, Resolve))),
        ];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static async Task<ApiDocument> Of(ApiHost host) => Of((await host.Get("/swagger/v1/swagger.json")).Ok());

    public static ApiDocument Of(JsonElement served) => new(served);

    /// <summary>The name of the schema that this one only refers to, if it does.</summary>
    public static string? NameOf(JsonElement schema) => schema.TryGetProperty("$ref", out var reference) ? reference.GetString()![Reference.Length..] : null;

    public JsonElement Resolve(JsonElement schema) => NameOf(schema) is { } name ? Resolve(schemas.GetProperty(name)) : schema;

    /// <summary>The operation that such a request reaches; null where there is none of this address and method. HEAD is answered as GET is.</summary>
    public ApiOperation? At(FuzzRequest request) =>
        AtAddress(request.PathOnly).FirstOrDefault(operation => operation.Method == (request.Method == "HEAD" ? "GET" : request.Method));

    /// <summary>
    /// How a request is answered that reaches no operation: OPTIONS by the methods of the address, anything else by a refusal. Routing looks at method and
    /// type before it looks at what stands for a parameter, so an address that is only shaped like one may be refused for these.
    /// </summary>
    public IReadOnlyList<int> AnswersOf(FuzzRequest request)
    {
        var segments = Address.SegmentsOf(request.PathOnly);
        var asksForMethods = request.Method == "OPTIONS";

        return AtAddress(request.PathOnly).Any() ? [asksForMethods ? 204 : 405]
            : !Operations.Any(operation => operation.IsLike(segments)) ? [404]
            : asksForMethods ? [204, 404]
            : [404, 405, 415];
    }

    /// <summary>As routing decides: more literal segments win.</summary>
    private IEnumerable<ApiOperation> AtAddress(string path)
    {
        var segments = Address.SegmentsOf(path);
        var matching = Operations.Where(operation => operation.IsAt(segments)).ToList();
        var most = matching.Select(operation => operation.Literals).DefaultIfEmpty().Max();

        return matching.Where(operation => operation.Literals == most);
    }
}
