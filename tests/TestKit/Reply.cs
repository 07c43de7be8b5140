using System.Net.Http.Headers;
using System.Text;

namespace Compliance.TestKit;

/// <summary>An answer of the API, read to its end.</summary>
public sealed record Reply(HttpStatusCode Status, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string ETag => Headers.ETag?.ToString() ?? throw new InvalidOperationException($"No ETag: {Text}");

    /// <summary>The JSON of a success.</summary>
    public JsonElement Ok(HttpStatusCode expected = HttpStatusCode.OK)
    {
        Status.Should().Be(expected, "{0}", Text);

        return Json;
    }

    /// <summary>The problem document of a refusal: the contract's members, whatever the refusal.</summary>
    public JsonElement Problem(int status, string code)
    {
        ((int)Status, ContentHeaders.ContentType?.MediaType).Should().Be((status, "application/problem+json"), "{0}", Text);
        var problem = Json;
        problem.Text("code").Should().Be(code, "{0}", Text);
        problem.Text("type").Should().StartWith("/problems/");
        problem.Text("title").Should().NotBeNullOrEmpty();
        problem.Text("detail").Should().NotBeNullOrEmpty();
        problem.Text("traceId").Should().NotBeNullOrEmpty();
        problem.Number("status").Should().Be(status);
        Text.Should().NotContain("   at ").And.NotContain("Exception");

        return problem;
    }

    /// <summary>The places that a refusal of the input names, as "pointer code".</summary>
    public IReadOnlyList<string> Errors(int status, string code) =>
        [.. Problem(status, code).Items("errors").Select(error => $"{error.Text("pointer")} {error.Text("code")}")];
}

/// <summary>How tests speak to a host.</summary>
public static class ApiCalls
{
    public static Task<Reply> Get(this ApiHost host, string path, string? language = null) =>
        host.Send(HttpMethod.Get, path, null, language is null ? [] : [("Accept-Language", language)]);

    /// <param name="body">Anything that serialises to the JSON meant.</param>
    public static Task<Reply> Post(this ApiHost host, string path, object body) => host.Send(HttpMethod.Post, path, JsonContent.Create(body));

    public static Task<Reply> Put(this ApiHost host, string path, object body) => host.Send(HttpMethod.Put, path, JsonContent.Create(body));

    public static Task<Reply> Import(this ApiHost host, string csv, string query = "") => host.Import(Encoding.UTF8.GetBytes(csv), query);

    public static Task<Reply> Import(this ApiHost host, byte[] csv, string query = "", string mediaType = "text/csv") =>
        host.Send(HttpMethod.Post, $"/api/v1/results/import{query}", Bytes(csv, mediaType));

    public static HttpContent Bytes(byte[] bytes, string mediaType = "application/json") =>
        new ByteArrayContent(bytes) { Headers = { ContentType = new(mediaType) } };

    /// <summary>As whoever usually does this; <see cref="SendAs"/> is for tests about callers.</summary>
    public static Task<Reply> Send(this ApiHost host, HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers) =>
        host.SendAs(UsualCaller(method, path), method, path, body, headers);

    /// <param name="caller">A demo account as before <c>@</c>; null: nobody.</param>
    public static async Task<Reply> SendAs(
        this ApiHost host, string? caller, HttpMethod method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };

        if (caller is not null)
        {
            request.Headers.Authorization = new("Bearer", await host.TokenOf(caller));
        }

        foreach (var (name, value) in headers)
        {
            // As it is: a test may send what no well-behaved client does.
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
        }

        using var response = await host.Client.SendAsync(request);

        return new(response.StatusCode, response.Headers, response.Content.Headers, await response.Content.ReadAsStringAsync());
    }

    private static string? UsualCaller(HttpMethod method, string path) =>
        (path.EndsWith("/answers", StringComparison.Ordinal) && method == HttpMethod.Put) || path.Contains("/uploads", StringComparison.Ordinal) ? "assessor.riau"
        : path.StartsWith("/api/v1/instruments", StringComparison.Ordinal) && method == HttpMethod.Post ? "method"
        : path.StartsWith("/api/v1/scores", StringComparison.Ordinal) ? null
        : path.StartsWith("/api/v1/assessments", StringComparison.Ordinal) || method != HttpMethod.Get ? "admin"
        : null;
}

/// <summary>Reading JSON by the names of the contract. A member that is not there fails the test by name.</summary>
public static class Json
{
    /// <param name="path">Names and places, as in "items/0/zone/code".</param>
    public static JsonElement At(this JsonElement element, string path) => path.Split('/').Aggregate(element, (at, name) =>
        at.ValueKind == JsonValueKind.Array ? at[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]
        : at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var found) ? found
        : throw new AssertionException($"There is no '{name}' (of '{path}') in {at}"));

    public static string? Text(this JsonElement element, string path) => element.At(path).GetString();

    public static decimal? Number(this JsonElement element, string path) =>
        element.At(path) is { ValueKind: not JsonValueKind.Null } number ? number.GetDecimal() : null;

    public static bool Flag(this JsonElement element, string path) => element.At(path).GetBoolean();

    /// <summary>Whether a member is there and null.</summary>
    public static bool Absent(this JsonElement element, string path) => element.At(path).ValueKind == JsonValueKind.Null;

    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string path = "items") => [.. element.At(path).EnumerateArray()];

    public static IReadOnlyList<string?> Texts(this JsonElement element, string path, string name) =>
        [.. element.Items(path).Select(item => item.Text(name))];
}
