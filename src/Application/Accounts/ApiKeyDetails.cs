using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>An API key without its secret.</summary>
/// <param name="Holder">The machine or program that uses the key.</param>
/// <param name="PreviousUntil">Until when the secret before the last rotation is valid.</param>
public sealed record ApiKeyDetails(
    Guid Id,
    string Holder,
    IReadOnlyList<Permission> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? PreviousUntil,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt)
{
    internal static ApiKeyDetails Of(ApiKey key) => new(
        key.Id.Value, key.Name, key.Scopes, key.CreatedAt, key.ExpiresAt, key.PreviousUntil, key.LastUsedAt, key.RevokedAt);
}

/// <param name="Secret">The value for the header <c>X-Api-Key</c>; shown once, null if the key already existed.</param>
public sealed record ApiKeyMade(ApiKeyDetails Key, string? Secret);
