using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>An account as administrators see it.</summary>
/// <param name="Email">Null once erased, or where another issuer did not name it.</param>
/// <param name="Issuer">Who vouches for it, where it signs in elsewhere; its roles then come with its tokens.</param>
/// <param name="Version">What <c>If-Match</c> names, as <c>"v3"</c>.</param>
public sealed record UserDetails(
    Guid Id,
    string? Email,
    string? Name,
    AccountStatus Status,
    string? Issuer,
    IReadOnlyList<Grant> Grants,
    DateTimeOffset CreatedAt,
    int Version)
{
    internal static UserDetails Of(Account account) => new(
        account.Id.Value, account.Email, account.Name, account.Status, account.Issuer, account.Grants, account.CreatedAt, account.Version);
}
