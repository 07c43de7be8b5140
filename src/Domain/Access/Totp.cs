using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Compliance.Domain.Access;

/// <summary>
/// Time-based one-time codes (RFC 6238: SHA-1, 30 seconds, six digits, the parameters that authenticator apps support).
/// Reports the time step of a code, so that each code is accepted only once; the framework's own check does not (decision 0019).
/// </summary>
public static class Totp
{
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>The clocks of phones drift; RFC 6238 recommends one step to either side.</summary>
    private const int Drift = 1;

    /// <summary>Returns the time step of a valid code that is newer than the last one used; null for any other code.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, long lastStep, DateTimeOffset now)
    {
        var sent = Encoding.UTF8.GetBytes(code);
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? match = null;

        for (var step = current - Drift; step <= current + Drift; step++)
        {
            var isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(secret, step)), sent);
            match = isRight && step > lastStep ? step : match;
        }

        return match;
    }

    public static string CodeAt(ReadOnlySpan<byte> secret, DateTimeOffset instant) => CodeOf(secret, instant.ToUnixTimeSeconds() / StepSeconds);

    private static string CodeOf(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        Span<byte> hash = stackalloc byte[20];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as every authenticator app implements it; HMAC does not need collision resistance.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0F)..]) & 0x7FFF_FFFF;

        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }
}
