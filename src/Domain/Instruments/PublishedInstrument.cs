namespace Compliance.Domain.Instruments;

/// <summary>A published instrument: its canonical content and the hash of it. Append-only.</summary>
/// <param name="sha256">The hash of the content's UTF-8, in lower-case hexadecimal.</param>
public sealed class PublishedInstrument(string code, int version, string content, string sha256, DateTimeOffset publishedAt)
{
    public string Code { get; } = code;

    public int Version { get; } = version;

    public string Content { get; } = content;

    public string Sha256 { get; } = sha256;

    public DateTimeOffset PublishedAt { get; } = publishedAt;
}
