using Compliance.Domain.Common;

namespace Compliance.Domain.Decisions;

/// <summary>SHA-256 over texts in their order, each ended by a line feed, so that a file of lines has the same hash.</summary>
public sealed class ContentHash : IDisposable
{
    private readonly IncrementalDigest digest = new();

    public void Add(string line)
    {
        digest.Append(line);
        digest.Append("\n"u8);
    }

    /// <summary>In lower-case hexadecimal, of what was added since the last time.</summary>
    public string Take() => digest.Take();

    public void Dispose() => digest.Dispose();
}
