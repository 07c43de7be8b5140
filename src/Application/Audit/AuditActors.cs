using Compliance.Domain.Access;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Finds the actors of a resource, as the audit names them.</summary>
internal static class AuditActors
{
    public static string ActorOf(Caller caller) => new Actor(caller.Kind.ToCamelCase(), caller.Id?.ToString(), caller.Issuer, null).ToKey();

    public static string ActorOf(Account account) => new Actor(
        (account.Issuer is null ? CallerKind.Account : CallerKind.External).ToCamelCase(), account.Id.Value.ToString(), account.Issuer, null).ToKey();

    /// <param name="useCases">Only the actors of these use cases; null for all.</param>
    public static async Task<IReadOnlyList<string>> ActorsOn(
        this IComplianceDb db, string resource, IReadOnlyCollection<string>? useCases, CancellationToken cancellationToken)
    {
        var entries = db.AuditEntries.Where(entry => entry.Resource == resource);
        entries = useCases is null ? entries : entries.Where(entry => useCases.Contains(entry.UseCase));

        return await entries.Select(entry => entry.Actor).Distinct().ToListAsync(cancellationToken);
    }
}
