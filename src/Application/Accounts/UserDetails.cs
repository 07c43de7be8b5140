using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>A user account.</summary>
/// <param name="Email">Null once erased, or where another issuer did not name it.</param>
/// <param name="Issuer">The external issuer where the account signs in; its roles then come with its tokens.</param>
/// <param name="Version">The version that <c>If-Match</c> names, such as <c>"v3"</c>.</param>
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
