namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>One request as it goes over the wire. It prints itself as a curl command, so that a failure can be repeated by hand.</summary>
/// <param name="Target">Path and query, percent-encoded already: they are sent as they stand here.</param>
internal sealed record FuzzRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, ReadOnlyMemory<byte>? Body)
{
    public static FuzzRequest Get(string target) => new("GET", target, [], null);

    public static FuzzRequest Json(string method, string target, object body) =>
        new(method, target, [("Content-Type", "application/json")], JsonSerializer.SerializeToUtf8Bytes(body));

    public string PathOnly => Target.Split('?')[0];

    public FuzzRequest By(Caller caller) => this with { Headers = [.. caller.Headers, .. Headers] };

    public override string ToString() => Curl.Of(this);
}

/// <summary>A request with whoever sends it.</summary>
internal sealed record Shot(FuzzRequest Request, Caller Caller);
