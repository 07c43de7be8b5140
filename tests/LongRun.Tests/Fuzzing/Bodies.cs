using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>A body with the Content-Type that it claims; both may be absent.</summary>
internal sealed record SentBody(string? ContentType, byte[]? Bytes);

/// <summary>Generators of bodies: by the document, and then damaged.</summary>
internal sealed class Bodies(ApiDocument document, Harvest harvest)
{
    private static readonly string[] WrongTypes =
    [
        "text/plain", "application/xml", "application/octet-stream", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded",
        "text/json", "json", "*/*", "/", ";", "", " ", new('a', 2_000), "application/merge-patch+json", "application/problem+json",
        "APPLICATION/JSON", "application/json;", "application/json, text/csv", "application/json; charset=utf-16",
        "application/json; charset=nothing", "application/json; charset=utf-7", "application/json; charset=latin1",
        "application/json; charset=\"utf-8\"; charset=latin1", "TEXT/CSV", "text/csv;;", "text/csv; charset=utf-16",
    ];

    private static readonly byte[][] BrokenBytes =
    [
        [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xFF], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xC0, 0xAF], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x00],
        [0x80], [0xE2, 0x82], [0x1B], [0x0B],
    ];

    private readonly Texts texts = new(harvest);
    private readonly Forms forms = new(harvest);
    private readonly JsonTexts json = new(document, new(harvest), harvest);

    public Gen<SentBody> Of(ApiOperation operation, int odd) => operation.Body?.MediaType switch
    {
        "multipart/form-data" => forms.Of(odd),
        "application/octet-stream" => Bytes(odd),
        _ => Written(operation, odd),
    };

    private static Gen<SentBody> Bytes(int odd) =>
        from length in Gen.Choose(0, 60)
        from type in Gen.Constant("application/octet-stream").OrOdd(Gen.Elements(WrongTypes), odd)
        select new SentBody(type, new byte[length]);

    private Gen<SentBody> Written(ApiOperation operation, int odd) => operation.Body is { } body
        ? from text in (body.MediaType == "text/csv" ? CsvTexts.Of(texts, odd) : Json(operation, body, odd))
          from bytes in Gen.Constant(Encoding.UTF8.GetBytes(text)).OrOdd(Damaged(text), odd)
          from type in Gen.Elements(body.MediaType, body.MediaType, $"{body.MediaType}; charset=utf-8").OrOdd(Gen.Elements(WrongTypes), odd)
          from isThere in Odds.Once(100 - (odd / 4))
          from isTyped in Odds.Once(100 - (odd / 4))
          select new SentBody(isTyped ? type : null, isThere ? bytes : null)
        : Gen.Constant(new SentBody(null, null)).OrOdd(
            Gen.Constant(new SentBody("application/json", "{}"u8.ToArray())), odd / 2);

    /// <summary>By the schema and around the example; instruments, which are too large for either, around whole ones, too.</summary>
    private Gen<string> Json(ApiOperation operation, ApiBody body, int odd) => (operation.Id, body.Example) switch
    {
        ("publishInstrument", { } example) => Instrument(example, odd),
        (_, { } example) => Gen.Frequency((3, json.Of(body.Schema, "", odd)), (1, JsonExamples.Around(example, odd))),
        _ => json.Of(body.Schema, "", odd),
    };

    /// <summary>What is published under a code stays for good, so the codes that instruments get are few.</summary>
    private Gen<string> Instrument(JsonElement example, int odd) =>
        from number in Gen.Choose(0, 59)
        from text in Gen.Frequency(harvest.Documents.Select(whole => (1, whole)).Append((2, JsonExamples.Around(example, odd))))
        select text.Replace($"\"{example.Text("code")}\"", $"\"fuzz-{number}\"", StringComparison.Ordinal)
            .Replace($"\"{Harvest.CodeOfDocuments}\"", $"\"fuzz-{number}\"", StringComparison.Ordinal);

    private static Gen<byte[]> Damaged(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        return Gen.OneOf(
            Gen.Choose(0, bytes.Length).Select(length => bytes[..length]),
            from place in Gen.Choose(0, bytes.Length)
            from broken in Gen.Elements(BrokenBytes)
            select (byte[])[.. bytes[..place], .. broken, .. bytes[place..]],
            Gen.Constant((byte[])[.. "\ufeff"u8, .. bytes]),
            Gen.Constant(Encoding.Unicode.GetBytes(text)),
            Gen.Constant(Encoding.Latin1.GetBytes(text)),
            Gen.Constant((byte[])[.. bytes, .. bytes]),
            Gen.Elements(Fuzzing.Odd.BrokenJson).Select(Encoding.UTF8.GetBytes),
            JsonTexts.Odd.Select(Encoding.UTF8.GetBytes),
            Gen.Elements(40_000, 400_000).Select(length => Encoding.UTF8.GetBytes($"\"{new string('x', length)}\"")),
            Gen.Elements(100, 30_000).Select(length => Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("{}", length))}]")));
    }
}
