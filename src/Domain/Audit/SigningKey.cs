using System.Security.Cryptography;
using System.Text;
using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>
/// An ECDSA key on P-256 that signs checkpoints, or only its public half, which verifies them. Signatures
/// are over SHA-256, 64 bytes, in the format of IEEE P1363.
/// </summary>
public sealed class SigningKey : IDisposable
{
    private const string P256 = "1.2.840.10045.3.1.7";
    internal const int KeyIdLength = 16;

    private static readonly string[] PrivateLabels = ["-----BEGIN PRIVATE KEY-----", "-----BEGIN EC PRIVATE KEY-----"];

    // Part of every authenticator: another text would make all earlier ones invalid.
    private const string AuthenticatorPurpose = "compliance audit entry authenticator";

    private readonly ECDsa key;
    private readonly Lazy<byte[]> secret;

    private SigningKey(ECDsa key, bool canSign)
    {
        this.key = key;
        CanSign = canSign;
        secret = new(DeriveSecret);
        KeyId = Digest.Of(key.ExportSubjectPublicKeyInfo())[..KeyIdLength];
    }

    /// <summary>The first 16 hexadecimal digits of SHA-256 over the public key (SubjectPublicKeyInfo).</summary>
    public string KeyId { get; }

    public bool CanSign { get; }

    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256), canSign: true);

    /// <param name="pem">A private key (PKCS #8 or SEC 1) or a public one.</param>
    /// <exception cref="ArgumentException">The text contains no such key, several keys, an encrypted key, or a key of another curve.</exception>
    public static SigningKey FromPem(string pem)
    {
        var key = ECDsa.Create();

        try
        {
            key.ImportFromPem(pem);
            RequireP256(key, pem);

            return new(key, PrivateLabels.Any(label => pem.Contains(label, StringComparison.Ordinal)));
        }
        catch (CryptographicException malformed)
        {
            key.Dispose();

            // The exception of the runtime for an RSA key or a truncated one; for the settings it is an invalid value.
            throw new ArgumentException("The PEM text holds no key of ECDSA P-256.", nameof(pem), malformed);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>The private key in PKCS #8.</summary>
    /// <exception cref="InvalidOperationException">Only the public half is known.</exception>
    public string ToPem()
    {
        RequirePrivate();

        return key.ExportPkcs8PrivateKeyPem();
    }

    public string ToPublicPem() => key.ExportSubjectPublicKeyInfoPem();

    /// <inheritdoc cref="ToPem" path="/exception"/>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        RequirePrivate();

        return key.SignData(data, HashAlgorithmName.SHA256);
    }

    /// <summary>HMAC-SHA-256 over a text, with a secret that HKDF (RFC 5869) derives from the private key; 64 hexadecimal digits.</summary>
    /// <inheritdoc cref="ToPem" path="/exception"/>
    public string Authenticate(string text)
    {
        RequirePrivate();

        return Convert.ToHexStringLower(HMACSHA256.HashData(secret.Value, Digest.Bytes(text)));
    }

    /// <summary>Returns false for anything that is not a signature of these data by this key.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => key.VerifyData(data, signature, HashAlgorithmName.SHA256);

    public void Dispose() => key.Dispose();

    private static void RequireP256(ECDsa key, string pem)
    {
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;

        if (!curve.IsNamed || curve.Oid.Value != P256)
        {
            throw new ArgumentException("The key lies on another curve than P-256.", nameof(pem));
        }
    }

    private byte[] DeriveSecret()
    {
        var scalar = key.ExportParameters(includePrivateParameters: true).D!;

        try
        {
            return HKDF.DeriveKey(HashAlgorithmName.SHA256, scalar, HMACSHA256.HashSizeInBytes, info: Encoding.ASCII.GetBytes(AuthenticatorPurpose));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }

    private void RequirePrivate()
    {
        if (!CanSign)
        {
            throw new InvalidOperationException($"Of the key {KeyId} only the public half is known: it verifies and does not sign.");
        }
    }
}
