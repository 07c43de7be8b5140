using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Generators of headers, of which most requests carry few. Everything is Latin-1 and without line breaks: more no client can send.</summary>
internal static class Headers
{
    /// <summary>The first are what browsers send.</summary>
    private static readonly string[] Languages =
    [
        "en", "id", "en-GB", "fr", "*", "fr, en;q=0.5", "en;q=0.4, id;q=0.9",
        "en;q=0", "en;q=2", "en;q=-1", "en;q=NaN", "en;q=0.0000000001", "en;q", ";;;,,,", "e", "en-", "-en", "en_US", "\"en\"",
        "i-klingon", "é", "", " ", new('e', 300), string.Join(',', Enumerable.Repeat("en;q=0.1", 400)),
    ];

    private static readonly string[] Keys =
    [
        "", " ", "a", "\t", "\"quoted\"", "a,b", "é", "\u00a0", "\u0080", "a\u007fb", "'; --", "..", "0198c0de-0000-7000-8000-000000000001",
        new('k', 200), new('k', 201), new('k', 4_000),
    ];

    private static readonly string[] Tags = ["*", "\"a\"", "W/\"a\"", "\"", "a", "\"a\", \"b\"", "W/", "", ",", "\"é\"", new('"', 300), "*, *"];

    private static readonly (string, string)[] Others =
    [
        ("Accept", "text/html"), ("Accept", "application/xml;q=1"), ("Accept", ";"), ("Accept", "image/*, */*;q=0"),
        ("Accept-Encoding", "gzip, br"), ("Accept-Charset", "utf-7"), ("Range", "bytes=0-1"), ("Content-Encoding", "gzip"),
        ("Content-Language", "xx"), ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-For", "203.0.113.7"),
        ("X-Forwarded-Host", "elsewhere.example"), ("X-Original-URL", "/health/live"), ("Forwarded", "for=\"[::1]\""),
        ("Origin", "null"), ("Referer", "%"), ("Cookie", "a=b; c"), ("User-Agent", ""), ("User-Agent", "a\tb"),
        ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("traceparent", "x"),
        ("traceparent", "00-00000000000000000000000000000000-0000000000000000-00"), ("tracestate", "a=b,c"),
        ("baggage", "a=b;c=%00"), ("Request-Id", "|a.b."), ("If-Modified-Since", "Wed, 21 Oct 2099 07:28:00 GMT"),
        ("If-Modified-Since", "soon"), ("If-Unmodified-Since", "Wed, 21 Oct 1999 07:28:00 GMT"), ("If-Range", "\"a\""),
        ("Cache-Control", "only-if-cached"), ("Prefer", "return=minimal"), ("Authorization", "Basic Og=="),
        ("Authorization", "Bearer"), ("Authorization", "Bearer a.b.c"), ("Proxy-Authorization", "é"), ("Date", "x"),
        ("Pragma", new('p', 9_000)), ("X-Much", new('x', 40_000)),
    ];

    private static readonly Gen<string> UsualKey = Gen.Choose(1, 400).Select(number => $"key-{number}");

    private static readonly Gen<string> UsualVersion = Gen.Elements("\"v1\"", "\"v1\"", "\"v2\"", "\"v3\"");

    private static readonly Gen<string> Offset = Gen.Elements("0", "0", "0", "1", "30", "60", "-1", "", "ten", "9223372036854775807", "9223372036854775808");

    private static readonly Gen<string> Part = Gen.Elements(
        "bytes 0-9/700", "bytes 0-0/1", "bytes 10-9/700", "bytes */700", "bytes 0-9/*", "bytes 0-9223372036854775807/*", "pages 1-2/3", "bytes", "x");

    private static bool TakesOffset(ApiOperation operation) => operation.Parameters.Any(parameter => parameter.Name == "Upload-Offset");

    /// <param name="odd">In percent, how often the rarer ones occur.</param>
    public static Gen<List<(string Name, string Value)>> Of(ApiOperation operation, Harvest harvest, int odd)
    {
        var compares = operation.Answers.ContainsKey((int)HttpStatusCode.PreconditionRequired);
        var isRepeatable = operation.Parameters.Any(parameter => parameter.Name == "Idempotency-Key");

        return
            from language in Maybe("Accept-Language", Gen.Elements(Languages[..7]).OrOdd(Gen.Elements(Languages), odd), 30)
            from key in Maybe("Idempotency-Key", UsualKey.OrOdd(Gen.Elements(Keys), odd), isRepeatable ? 30 : odd / 4)
            from seen in Maybe("If-None-Match", Tag(harvest), operation.Method == "GET" ? 10 : odd / 4)
            from match in Maybe("If-Match", compares ? UsualVersion.OrOdd(Tag(harvest), 10 + odd) : Tag(harvest), compares ? 90 - (odd / 2) : 1 + (odd / 4))
            from offset in Maybe("Upload-Offset", Offset, TakesOffset(operation) ? 60 : odd / 8)
            from part in Maybe("Content-Range", Part, TakesOffset(operation) ? 30 : odd / 8)
            from other in Gen.Elements(Others)
            from another in Gen.Elements(Others)
            from count in Gen.Choose(0, 99).Select(drawn => drawn < odd / 2 ? 2 : drawn < odd ? 1 : 0)
            select (List<(string, string)>)[.. language, .. key, .. seen, .. match, .. offset, .. part, .. new[] { other, another }.Take(count).DistinctBy(header => header.Item1)];
    }

    private static Gen<string> Tag(Harvest harvest) =>
        from number in Gen.Choose(0, int.MaxValue - 1)
        from odd in Gen.Elements(Tags)
        from isSeen in Odds.Once(70)
        select isSeen ? harvest.Any(Harvest.ETags, number) ?? odd : odd;

    private static Gen<(string Name, string Value)[]> Maybe(string name, Gen<string> value, int often) =>
        from isThere in Odds.Once(often)
        from given in value
        select isThere ? new[] { (name, given) } : [];
}
