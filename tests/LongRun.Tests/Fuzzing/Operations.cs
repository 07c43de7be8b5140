using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>
/// Generators of requests to the operations of the document. Each request first draws how odd it is: two of five
/// ask only for what is meant, so that they get past the first checks; the others are wrong in one place or in many.
/// </summary>
internal sealed class Operations(ApiDocument document, Harvest harvest)
{
    private const int WeightOfWriting = 3;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "FOO"];

    private static readonly string[] StrangeQueries =
    [
        "", "&", "=", "&&&", "a", "%00=1", "%=%", "=year", "year[]=2023", "year%00=2023", "Year=2023", "YEAR=2023", "_=1", "a=b=c",
        "callback=x", "%EF%BF%BD=1", "%zz", "limit=%C3%28", "limit=1&limit=2", "cursor=&cursor=", "+", "limit=+1", "a;b=c",
        "?year=2023", "year=2023?limit=1", "trace=true&trace=true&trace=true",
    ];

    private readonly Texts texts = new(harvest);
    private readonly Bodies bodies = new(document, harvest);

    public Gen<FuzzRequest> Requests() =>
        from operation in Gen.Frequency(document.Operations.Select(each => (each.Body is null ? 1 : WeightOfWriting, Gen.Constant(each))))
        from odd in Gen.Elements(0, 0, 5, 15, 50)
        from path in Path(operation, odd)
        from query in Query(operation, odd)
        from body in bodies.Of(operation, odd)
        from method in Gen.Constant(operation.Method).OrOdd(Gen.Elements(Methods), odd / 4)
        from headers in Headers.Of(operation, harvest, odd)
        select new FuzzRequest(
            method,
            query.Length == 0 ? path : $"{path}?{query}",
            [.. headers, .. body.ContentType is { } type && body.Bytes is not null ? new[] { ("Content-Type", type) } : []],
            body.Bytes is { } bytes ? new ReadOnlyMemory<byte>(bytes) : null);

    private Gen<string> Path(ApiOperation operation, int odd) =>
        from segments in Gen.CollectToList(operation.Path.Split('/').Skip(1).Select(segment => segment[0] == '{'
            ? Segment(operation, segment.Trim('{', '}'), odd)
            : Gen.Constant(segment)
                .OrOdd(Gen.Elements(segment.ToUpperInvariant(), $"{segment}%20", $"%{(int)segment[0]:X2}{segment[1..]}", "..", ""), odd / 10)))
        from end in Gen.Constant("").OrOdd(Gen.Elements("/", "//", "/.", "/..", "/%2e%2e/", "/x", ";v=1", "%00"), odd / 5)
        select $"/{string.Join('/', segments)}{end}";

    private Gen<string> Segment(ApiOperation operation, string name, int odd)
    {
        var parameter = operation.Parameters.First(each => each.Name == name);

        return texts.Usual(name, operation.ResourceOf(name), parameter.Format, parameter.Schema.ValuesOf()).Select(Percent.Encode)
            .OrOdd(Gen.OneOf(Gen.Elements(Odd.Segments), Texts.Odd(parameter.Format).Select(Percent.Encode)), odd);
    }

    private Gen<string> Query(ApiOperation operation, int odd) =>
        from often in Gen.Elements(20, 60, 90)
        from given in Gen.CollectToList(operation.Parameters.Where(each => each.In == "query").Select(parameter => Parameter(operation, parameter, often, odd)))
        from strange in Gen.Constant("").OrOdd(Gen.Elements(StrangeQueries), odd / 2)
        from unknown in Gen.Constant("").OrOdd(Texts.Odd().Zip(Texts.Odd(), (name, value) => $"{Percent.Encode(name)}={Percent.Encode(value)}"), odd / 5)
        select string.Join('&', given.Append(strange).Append(unknown).Where(each => each.Length > 0));

    private Gen<string> Parameter(ApiOperation operation, ApiParameter parameter, int often, int odd) =>
        from isThere in Odds.Once(often)
        from value in texts.Usual(parameter.Name, operation.Resource, parameter.Format, parameter.Schema.ValuesOf())
            .OrOdd(Texts.Odd(parameter.Format ?? FormatOf(parameter.Name)), odd)
        from times in Gen.Constant(1).OrOdd(Gen.Constant(2), odd / 10)
        select isThere ? string.Join('&', Enumerable.Repeat($"{parameter.Name}={Percent.Encode(value)}", times)) : "";

    /// <summary>Queries are read as text, so their schemas do not say what kind of oddity hits best.</summary>
    private static string? FormatOf(string parameter) => parameter switch
    {
        "knownAt" => "date-time",
        "date" => "date",
        _ => null,
    };
}
