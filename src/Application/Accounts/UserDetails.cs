using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>A user account.</summary>
/// <param name="Email">Null once erased, or if another issuer did not provide it.</param>
/// <param name="Issuer">The external issuer where the account signs in; its roles are then taken from its tokens.</param>
/// <param name="Version">The version to send in <c>If-Match</c>, such as <c>"v3"</c>.</param>
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
