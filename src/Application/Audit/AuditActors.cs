using Compliance.Domain.Access;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Who did something to a resource, as the audit knows and names them.</summary>
internal static class AuditActors
{
    public static string ActorOf(Caller caller) => new Actor(caller.Kind.ToCamelCase(), caller.Id?.ToString(), caller.Issuer, null).ToKey();

    public static string ActorOf(Account account) => new Actor(
        (account.Issuer is null ? CallerKind.Account : CallerKind.External).ToCamelCase(), account.Id.Value.ToString(), account.Issuer, null).ToKey();

    /// <param name="useCases">Only those that did one of these; null for all that ever touched it.</param>
    public static async Task<IReadOnlyList<string>> ActorsOn(
        this IComplianceDb db, string resource, IReadOnlyCollection<string>? useCases, CancellationToken cancellationToken)
    {
        var entries = db.AuditEntries.Where(entry => entry.Resource == resource);
        entries = useCases is null ? entries : entries.Where(entry => useCases.Contains(entry.UseCase));

        return await entries.Select(entry => entry.Actor).Distinct().ToListAsync(cancellationToken);
    }
}
