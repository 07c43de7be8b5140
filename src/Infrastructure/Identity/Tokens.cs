using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Compliance.Application.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Compliance.Infrastructure.Identity;

/// <summary>Tokens that ASP.NET Core's data protection encrypts and authenticates; its keys are in the database.</summary>
internal sealed class Tokens(IDataProtectionProvider protection, TimeProvider clock) : ITokens
{
    private const int GuidBytes = 16;
    private const int TicksBytes = 8;
    private const int NonceBytes = 16;
    private const int Bytes = GuidBytes + TicksBytes + NonceBytes;

    /// <summary>How far the clocks of two instances may differ.</summary>
    private static readonly TimeSpan tolerance = TimeSpan.FromMinutes(1);

    private readonly Dictionary<TokenKind, IDataProtector> protectors =
        Enum.GetValues<TokenKind>().ToDictionary(kind => kind, kind => protection.CreateProtector("token", kind.ToString()));

    public string Issue(TokenKind kind, Guid subject, DateTimeOffset expiresAt)
    {
        var content = new byte[Bytes];
        subject.TryWriteBytes(content);
        BinaryPrimitives.WriteInt64BigEndian(content.AsSpan(GuidBytes), expiresAt.UtcTicks);
        RandomNumberGenerator.Fill(content.AsSpan(GuidBytes + TicksBytes));

        return Base64Url.EncodeToString(protectors[kind].Protect(content));
    }

    public TokenContent? Read(TokenKind kind, string token)
    {
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        try
        {
            var content = protectors[kind].Unprotect(Base64Url.DecodeFromChars(token));

            return content.Length == Bytes ? Read(kind, content) : null;
        }
        catch (CryptographicException)
        {
            // Not issued by this system, or altered.
            return null;
        }
    }

    /// <summary>A token that is valid for longer than this program makes any was made by somebody else who has the keys.</summary>
    private TokenContent? Read(TokenKind kind, ReadOnlySpan<byte> content)
    {
        var ticks = BinaryPrimitives.ReadInt64BigEndian(content[GuidBytes..]);
        var latest = clock.GetUtcNow() + AccessSettings.LifeOf(kind) + tolerance;

        return ticks < 0 || ticks > latest.UtcTicks ? null : new(new(content[..GuidBytes]), new(ticks, TimeSpan.Zero));
    }
}
