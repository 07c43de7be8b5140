using System.Security.Cryptography;

namespace Compliance.Domain.Common;

/// <summary>A <see cref="Digest"/> of data that arrive in parts.</summary>
public sealed class IncrementalDigest : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Append(ReadOnlySpan<byte> data) => hash.AppendData(data);

    /// <inheritdoc cref="Digest.Of(string)" path="/exception"/>
    public void Append(string text) => Append(Digest.Bytes(text));

    /// <summary>Returns the digest of the data appended since the last call.</summary>
    public string Finish() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
