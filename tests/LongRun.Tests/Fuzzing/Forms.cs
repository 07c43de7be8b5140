using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>Generators of the multipart form of evidence: fields that fit, and such that do not.</summary>
internal sealed class Forms(Harvest harvest)
{
    private const string Boundary = "fuzz";

    private static readonly string[] Names =
        ["id", "technique", "capturedAt", "latitude", "longitude", "accuracy", "note", "replaces", "observation", "indicator", "file", "link", "upload", "colour"];

    private static readonly byte[][] Files =
        [Samples.Jpeg(1), Samples.Png(2), Samples.WebP(3), Samples.Heic(4), Samples.Pdf(5), Samples.Mp4(6), Samples.Avif(7), [], "<html>"u8.ToArray()];

    private readonly Texts texts = new(harvest);

    public Gen<SentBody> Of(int odd) =>
        from observation in Observation
        from source in Gen.Frequency((3, File(odd)), (2, Field("link", odd)), (1, Field("upload", odd)))
        from others in Gen.CollectToList(Names.Select(name => Field(name, odd).Zip(Odds.Once(odd / 2), (field, isThere) => isThere ? field : [])))
        from bytes in Whole([observation, source, .. others]).OrOdd(Gen.Choose(0, 400).Select(length => Encoding.UTF8.GetBytes(new string('-', length))), odd / 4)
        from cut in Gen.Constant(0).OrOdd(Gen.Choose(0, bytes.Length), odd / 4)
        from type in Gen.Constant($"multipart/form-data; boundary={Boundary}").OrOdd(
            Gen.Elements("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"a b\"", "multipart/mixed; boundary=fuzz", "application/json"), odd / 4)
        select new SentBody(type, bytes[..^cut]);

    /// <summary>An indicator with a subject of its own, as a form showed it.</summary>
    private Gen<byte[]> Observation => Gen.Choose(0, int.MaxValue - 1).Select(number =>
    {
        var answer = harvest.Any(Harvest.Answers, number) is { } seen ? JsonDocument.Parse(seen).RootElement : default;
        var (indicator, subject) = answer.ValueKind == JsonValueKind.Object ? (answer.Text("indicator")!, answer.Text("subject")!) : ("process.standard.cost", "product:1");

        return (byte[])[.. Part("indicator", indicator), .. Part("subject", subject)];
    });

    private Gen<byte[]> Field(string name, int odd) => Value(name).OrOdd(Texts.Odd(), odd).Select(value => Part(name, value));

    private Gen<string> Value(string name) => name switch
    {
        "id" => texts.Usual("id", "evidence", "uuid"),
        "replaces" => texts.Usual("id", "evidence", "uuid"),
        "upload" => texts.Usual("id", "uploads", "uuid"),
        "capturedAt" => texts.Usual(name, "evidence", "date-time"),
        "observation" => Gen.Elements("process.standard.cost@product:2", "process.standard.cost@product:3", "output.ikm@unit"),
        _ => texts.Usual(name, "evidence", null),
    };

    private static Gen<byte[]> File(int odd) =>
        from bytes in Gen.Elements(Files)
        from name in Gen.Elements("a", "foto.jpg", "a.pdf").OrOdd(Gen.Elements(Odd.Texts.Where(text => !text.Contains('\r')).ToArray()), odd)
        from type in Gen.Elements("", "Content-Type: application/octet-stream\r\n").OrOdd(Gen.Elements("Content-Type: text/html\r\n", "Content-Type: ;\r\n", "X\r\n"), odd)
        select (byte[])
        [
            .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n{type}\r\n"), .. bytes, .. "\r\n"u8,
        ];

    private static Gen<byte[]> Whole(IEnumerable<byte[]> parts) => Gen.Constant((byte[])[.. parts.SelectMany(part => part), .. Encoding.ASCII.GetBytes($"--{Boundary}--\r\n")]);

    private static byte[] Part(string name, string value) =>
        Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
}
