using Compliance.Domain.Common;

namespace Compliance.Domain.Access;

public readonly record struct ApiKeyId(Guid Value) : IEntityId<ApiKeyId>
{
    public static ApiKeyId From(Guid value) => new(value);

    public static bool operator <(ApiKeyId left, ApiKeyId right) => left.Value < right.Value;

    public static bool operator >(ApiKeyId left, ApiKeyId right) => left.Value > right.Value;
}

/// <summary>
/// The API key of a machine. Only hashes of its secrets are stored. After a rotation the old secret stays valid for an
/// overlap, so that machines can change over without an interruption.
/// </summary>
public sealed class ApiKey
{
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(731);
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);

    private ApiKey(ApiKeyId id, string name, IReadOnlyList<Permission> scopes, string hash, DateTimeOffset createdAt, DateTimeOffset expiresAt)
    {
        Id = id;
        Name = name;
        Scopes = scopes;
        Hash = hash;
        CreatedAt = createdAt;
        ExpiresAt = expiresAt;
    }

    public ApiKeyId Id { get; }

    /// <summary>Which machine or programme it is for.</summary>
    public string Name { get; }

    public IReadOnlyList<Permission> Scopes { get; }

    /// <summary>SHA-256 of the secret; the secret is 256 random bits, so a slow hash would add nothing.</summary>
    public string Hash { get; private set; }

    public string? PreviousHash { get; private set; }

    public DateTimeOffset? PreviousUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Updated about once a minute; not part of the audit.</summary>
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static ApiKey Make(ApiKeyId id, string name, IReadOnlyList<Permission> scopes, string hash, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        Rule.Require(scopes.Count > 0 && scopes.All(Roles.ForKeys.Contains), AccessErrors.ScopeNotForKeys);
        RequireExpiry(now, expiresAt);

        return new(id, name, scopes, hash, now, expiresAt);
    }

    public bool IsValid(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <summary>The hashes of the secrets that are valid at the given time.</summary>
    public IEnumerable<string> ValidHashes(DateTimeOffset now)
    {
        yield return Hash;

        if (PreviousHash is not null && now < PreviousUntil)
        {
            yield return PreviousHash;
        }
    }

    public void Rotate(string hash, TimeSpan overlap, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        Rule.Require(RevokedAt is null, AccessErrors.KeyRevoked);
        Rule.Require(now < ExpiresAt, AccessErrors.KeyExpired);
        Rule.Require(overlap >= TimeSpan.Zero && overlap <= LongestOverlap, AccessErrors.OverlapTooLong);
        RequireExpiry(now, expiresAt);
        (PreviousHash, PreviousUntil) = (Hash, now + overlap);
        Hash = hash;
        ExpiresAt = expiresAt;
    }

    public void Revoke(DateTimeOffset now) => RevokedAt ??= now;

    private static void RequireExpiry(DateTimeOffset now, DateTimeOffset expiresAt) =>
        Rule.Require(expiresAt > now && expiresAt <= now + LongestLife, AccessErrors.KeyExpiry);
}
