using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Compliance.Domain.Common;

namespace Compliance.Infrastructure.Identity;

/// <summary>The key outside the database, and those before it.</summary>
internal sealed class ProtectionSecrets(ProtectionSecret current, IReadOnlyList<ProtectionSecret> retired)
{
    public ProtectionSecret Current => current;

    /// <exception cref="CryptographicException">It was encrypted with none of the keys, or altered.</exception>
    public XElement Decrypt(XElement encrypted)
    {
        var id = (string?)encrypted.Attribute(ProtectionSecret.KeyId);
        var secret = retired.Prepend(current).FirstOrDefault(each => each.Id == id)
            ?? throw new CryptographicException(
                $"Keys of sessions and authenticators are encrypted with the key {id}, but Protection:KeyFile holds {current.Id}. Restore that key, or list it in Protection:RetiredKeyFiles.");

        return secret.Decrypt(encrypted);
    }
}

/// <summary>A key of AES-256-GCM that encrypts XML.</summary>
internal sealed class ProtectionSecret
{
    public const int Bytes = 32;
    public const string KeyId = "key";

    private const string Element = "aes256gcm";
    private const int IdLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private const string Purpose = "compliance protection key";

    private static readonly byte[] purpose = Encoding.UTF8.GetBytes(Purpose);

    private readonly byte[] key;

    private ProtectionSecret(byte[] key)
    {
        this.key = key;
        Id = Digest.Of($"{Purpose} {Convert.ToBase64String(key)}")[..IdLength];
    }

    /// <summary>Tells keys apart and nothing of the key.</summary>
    public string Id { get; }

    /// <param name="setting">Where it comes from, for the message.</param>
    public static ProtectionSecret Of(string base64, string setting)
    {
        var bytes = new byte[Bytes];

        return Convert.TryFromBase64String(base64.Trim(), bytes, out var length) && length == Bytes
            ? new(bytes)
            : throw new InvalidOperationException($"{setting} must hold 32 bytes in base64, as of 'openssl rand -base64 32'.");
    }

    public XElement Encrypt(XElement plain)
    {
        var text = Encoding.UTF8.GetBytes(plain.ToString(SaveOptions.DisableFormatting));
        var sealedBytes = new byte[NonceLength + text.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, text, sealedBytes.AsSpan(NonceLength, text.Length), sealedBytes.AsSpan(NonceLength + text.Length), purpose);

        return new(Element, new XAttribute(KeyId, Id), Convert.ToBase64String(sealedBytes));
    }

    public XElement Decrypt(XElement encrypted)
    {
        var sealedBytes = Convert.FromBase64String(encrypted.Value);
        var text = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(sealedBytes.AsSpan(0, NonceLength), sealedBytes.AsSpan(NonceLength, text.Length), sealedBytes.AsSpan(NonceLength + text.Length), text, purpose);

        return XElement.Parse(Encoding.UTF8.GetString(text));
    }
}
