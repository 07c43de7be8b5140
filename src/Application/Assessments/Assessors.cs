using Compliance.Domain.Access;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Assessments;

/// <summary>The assignment of one technique to an assessor.</summary>
/// <param name="Assessor">An e-mail address.</param>
public sealed record TechniqueInput(Technique? Technique, string? Assessor);

/// <summary>Finds the accounts to which assessments are assigned, and refuses accounts that may not assess.</summary>
internal static class Assessors
{
    /// <summary>Returns the accounts with these addresses, by the key of the address.</summary>
    public static async Task<IReadOnlyDictionary<string, Account>> AccountsOf(
        this IComplianceDb db, IEnumerable<string?> addresses, CancellationToken cancellationToken)
    {
        var keys = addresses.Select(Account.KeyOf).OfType<string>().Distinct().ToList();

        return keys.Count == 0 ? new Dictionary<string, Account>() : await db.Accounts.AsNoTracking()
            .Where(account => keys.Contains(account.EmailKey!))
            .ToDictionaryAsync(account => account.EmailKey!, cancellationToken);
    }

    /// <summary>Returns the addresses of these accounts; that of an erased account is null.</summary>
    public static async Task<IReadOnlyDictionary<AccountId, string?>> AddressesOf(
        this IComplianceDb db, IEnumerable<AccountId> accounts, CancellationToken cancellationToken)
    {
        var ids = accounts.Distinct().ToList();

        return ids.Count == 0 ? new Dictionary<AccountId, string?>() : await db.Accounts
            .Where(account => ids.Contains(account.Id))
            .Select(account => new { account.Id, account.Email })
            .ToDictionaryAsync(account => account.Id, account => account.Email, cancellationToken);
    }

    public static AccountId? IdOf(this IReadOnlyDictionary<string, Account> accounts, string? address) =>
        Account.KeyOf(address) is { } key && accounts.TryGetValue(key, out var account) ? account.Id : null;

    /// <summary>Whether an address has no account, or one that may not assess in the office. No address is not wrong.</summary>
    public static bool IsWrong(this IReadOnlyDictionary<string, Account> accounts, string? address, string office, int year) =>
        Account.KeyOf(address) is { } key && !(accounts.TryGetValue(key, out var account) && account.MayBeAssigned(office, year));

    public static void Technique<T>(this IRuleBuilder<T, TechniqueInput> rule) => rule.Required().ChildRules(input =>
    {
        input.RuleFor(each => each.Technique).Required();
        input.RuleFor(each => each.Assessor).Required().Address();
    });
}
