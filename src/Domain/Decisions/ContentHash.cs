using System.Security.Cryptography;
using System.Text;

namespace Compliance.Domain.Decisions;

/// <summary>SHA-256 over texts in their order, each ended by a line feed, so that a file of lines has the same hash.</summary>
public sealed class ContentHash : IDisposable
{
    private static readonly byte[] lineFeed = "\n"u8.ToArray();

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(string line)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(line));
        hash.AppendData(lineFeed);
    }

    /// <summary>In lower-case hexadecimal, of what was added since the last time.</summary>
    public string Take() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
