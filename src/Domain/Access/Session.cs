using Compliance.Domain.Common;

namespace Compliance.Domain.Access;

public readonly record struct SessionId(Guid Value) : IEntityId<SessionId>
{
    public static SessionId From(Guid value) => new(value);
}

/// <summary>
/// A sign-in on one device. Its access tokens live for minutes; the one refresh token that is valid at a time
/// gets the next pair. An older refresh token that comes again was copied, so it ends the session.
/// </summary>
public sealed class Session
{
    /// <summary>Lifetime of a session without use, and at most.</summary>
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

    /// <summary>SHA-256 of the one refresh token that is valid.</summary>
    public string RefreshHash { get; private set; }

    /// <summary>The network address it was begun from.</summary>
    public string? Address { get; private set; }

    /// <summary>What the client calls itself.</summary>
    public string? Device { get; private set; }

    public bool SecondFactor { get; private set; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset RefreshedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public static Session Begin(
        SessionId id, AccountId account, string refreshHash, bool secondFactor, string? address, string? device, DateTimeOffset now) =>
        new(id, account, refreshHash, address, device, now) { SecondFactor = secondFactor };

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < RefreshedAt + Idle && now < CreatedAt + Longest;

    /// <summary>Takes a refresh token once. False where it was used before; then the session has ended.</summary>
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

    /// <summary>The second factor was shown in this session.</summary>
    public void Confirm() => SecondFactor = true;

    public void End(DateTimeOffset now) => EndedAt ??= now;

    public void Erase(DateTimeOffset now)
    {
        End(now);
        (Address, Device) = (null, null);
    }
}
