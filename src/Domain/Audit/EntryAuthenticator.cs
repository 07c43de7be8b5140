using System.Security.Cryptography;
using System.Text;
using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>
/// Proves that the program wrote an entry: an HMAC over what a checkpoint right after the entry would seal, with a secret derived from the
/// private key that signs checkpoints. Whoever can only write to the database cannot create one. Stored as the id of the key, a colon and 64 hexadecimal digits.
/// </summary>
public static class EntryAuthenticator
{
    public const int Length = SigningKey.KeyIdLength + 1 + Digest.Length;

    private const char Separator = ':';

    /// <param name="end">The chain right after the entry: its length is the sequence of the entry, its head the hash.</param>
    /// <exception cref="InvalidOperationException">The key has no private half.</exception>
    public static string Of(SealedChain end, SigningKey key) => $"{key.KeyId}{Separator}{key.Authenticate(end.ToJson())}";

    /// <summary>The id of the key that an authenticator names; null if it is malformed.</summary>
    public static string? KeyIdOf(string authenticator) =>
        authenticator.Split(Separator) is [{ Length: SigningKey.KeyIdLength } id, { Length: Digest.Length }] ? id : null;

    internal static bool IsOf(string authenticator, SealedChain end, SigningKey key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(authenticator), Encoding.UTF8.GetBytes(Of(end, key)));
}
