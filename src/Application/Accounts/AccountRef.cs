using Compliance.Domain.Access;

namespace Compliance.Application.Accounts;

/// <summary>The person who did something.</summary>
/// <param name="Name">Null once the account's data was erased.</param>
public sealed record AccountRef(Guid Id, string? Name);

internal static class AccountRefs
{
    /// <summary>Returns the accounts with the given ids, by id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AccountRef>> AccountsOf(
        this IComplianceDb db, IEnumerable<Guid?> ids, CancellationToken cancellationToken)
    {
        List<AccountId> asked = [.. ids.OfType<Guid>().Distinct().Select(AccountId.From)];

        return asked.Count == 0 ? new Dictionary<Guid, AccountRef>() : await db.Accounts.AsNoTracking()
            .Where(account => asked.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id.Value, account => new AccountRef(account.Id.Value, account.Name), cancellationToken);
    }
}
