using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Compliance.Domain.Common;

/// <summary>SHA-256 as 64 lower-case hexadecimal digits; for a text, over its UTF-8.</summary>
public static class Digest
{
    public const int Length = 64;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>The hash of the predecessor, if there is no predecessor.</summary>
    public static readonly string Zero = new('0', Length);

    public static string Of(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(SHA256.HashData(data));

    /// <exception cref="ArgumentException">The text contains an unpaired surrogate.</exception>
    public static string Of(string text) => Of(Bytes(text));

    /// <summary>Hashes a stream from its position to its end.</summary>
    public static async Task<string> Of(Stream data, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(await SHA256.HashDataAsync(data, cancellationToken));

    public static bool IsOne(string? text) => text?.Length == Length && !text.AsSpan().ContainsAnyExcept(Digits);

    internal static byte[] Bytes(string text) => TryBytes(text) ?? throw new ArgumentException("The text is no Unicode.", nameof(text));

    /// <summary>
    /// The UTF-8 of a text, or null if it contains an unpaired surrogate: the usual encoding would write the same
    /// replacement character for each of them, so that different texts had the same hash.
    /// </summary>
    internal static byte[]? TryBytes(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];

        return Utf8.FromUtf16(text, bytes, out _, out _, replaceInvalidSequences: false) == OperationStatus.Done ? bytes : null;
    }
}
