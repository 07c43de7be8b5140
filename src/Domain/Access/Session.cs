using Compliance.Domain.Common;

namespace Compliance.Domain.Access;

public readonly record struct SessionId(Guid Value) : IEntityId<SessionId>
{
    public static SessionId From(Guid value) => new(value);
}

/// <summary>
/// A sign-in on one device. Its access tokens are valid for minutes; the one valid refresh token is exchanged for the
/// next pair. Reuse of an older refresh token means that it was copied, and ends the session.
/// </summary>
public sealed class Session
{
    /// <summary>The lifetime of a session without use; <see cref="Longest"/> is its maximum lifetime.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(14);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private Session(SessionId id, AccountId accountId, string refreshHash, string? address, string? device, DateTimeOffset createdAt)
    {
        Id = id;
        AccountId = accountId;
        RefreshHash = refreshHash;
        Address = address;
        Device = device;
        CreatedAt = createdAt;
        RefreshedAt = createdAt;
    }

    public SessionId Id { get; }

    public AccountId AccountId { get; }

    /// <summary>SHA-256 of the only valid refresh token.</summary>
    public string RefreshHash { get; private set; }

    /// <summary>The network address from which it was started.</summary>
    public string? Address { get; private set; }

    /// <summary>The user agent of the client.</summary>
    public string? Device { get; private set; }

    public bool SecondFactor { get; private set; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset RefreshedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public static Session Begin(
        SessionId id, AccountId account, string refreshHash, bool secondFactor, string? address, string? device, DateTimeOffset now) =>
        new(id, account, refreshHash, address, device, now) { SecondFactor = secondFactor };

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < RefreshedAt + Idle && now < CreatedAt + Longest;

    /// <summary>Exchanges a refresh token, which is accepted once. Returns false if it was used before; the session is then ended.</summary>
    public bool Refresh(string presentedHash, string nextHash, DateTimeOffset now)
    {
        if (presentedHash != RefreshHash)
        {
            End(now);

            return false;
        }

        RefreshHash = nextHash;
        RefreshedAt = now;

        return true;
    }

    /// <summary>Records that the second factor was presented in this session.</summary>
    public void Confirm() => SecondFactor = true;

    public void End(DateTimeOffset now) => EndedAt ??= now;

    public void Erase(DateTimeOffset now)
    {
        End(now);
        (Address, Device) = (null, null);
    }
}
