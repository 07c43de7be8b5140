using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Audit;
using Compliance.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Compliance.Infrastructure.Persistence.Auditing;

/// <summary>
/// Adds to a save the entries that say what it changes: one for each resource, chained to the resource's last
/// entry. Nothing audited is saved without its entry, since this runs inside the save itself.
/// </summary>
internal sealed class AuditWriter(DbContext db, RequestContext context, TimeProvider clock)
{
    private const int SaltBytes = 32;
    private const string NobodyKnown = Domain.Audit.PersonalData.Anonymous;

    private readonly List<object> added = [];

    /// <summary>
    /// Whether a save failed because another one took the place at the end of a chain. PostgreSQL gets the save in
    /// one go, and the failure then names every row of it; only the table tells which one was in the way.
    /// </summary>
    public static bool LostItsPlace(DbUpdateException failure) =>
        failure.InnerException is PostgresException { TableName: { } table }
            ? table is "audit_entries" or "audit_chains"
            : failure.Entries.Count > 0 && failure.Entries.All(entry => entry.Entity is AuditEntry or AuditChain or PersonalData);

    public async Task WriteDown(CancellationToken cancellationToken)
    {
        var changes = db.ChangeTracker.Entries().Where(AuditModel.IsAudited)
            .GroupBy(AuditModel.ResourceOf)
            .ToDictionary(group => group.Key, group => group.Select(RowChanges.Of).Zip(group).ToList());
        var resources = changes.Keys.Union(context.Contents.Keys).Order(StringComparer.Ordinal).ToList();

        if (resources.Count == 0)
        {
            return;
        }

        var chains = await ChainsOf(resources, cancellationToken);
        var now = clock.GetUtcNow();

        foreach (var resource in resources)
        {
            var rows = changes.GetValueOrDefault(resource) ?? [];
            var (entry, personal) = Append(
                chains[resource],
                now,
                rows.Count == 0 ? null : CanonicalJson.Of(new JsonArray([.. rows.Select(row => row.First.Open)])),
                context.Contents.GetValueOrDefault(resource),
                rows.Where(row => row.First.Personal is not null).Select(row => (AuditModel.SubjectOf(row.Second), row.First.Personal!)));
            db.Add(entry);
            db.AddRange(personal);
            added.Add(entry);
            added.AddRange(personal);
        }
    }

    /// <summary>The next entry of a chain, said by the call that is under way.</summary>
    /// <param name="changes">What changed, as canonical JSON.</param>
    /// <param name="content">What was sent, as canonical JSON.</param>
    /// <param name="rows">What the changed rows say of persons.</param>
    public (AuditEntry Entry, IReadOnlyList<PersonalData> Personal) Append(
        AuditChain chain, DateTimeOffset now, string? changes, string? content, IEnumerable<(string Subject, JsonObject Row)> rows)
    {
        var useCase = context.UseCase ?? throw new InvalidOperationException("Outside a use case nothing is written.");
        var id = EntityId.New<AuditEntryId>(now);
        var personal = PersonalDataOf(id, rows);

        return (chain.Append(new(id, now, ActorOf(context.Caller), useCase, context.Reason, changes, content, personal)), personal);
    }

    /// <summary>Removes what <see cref="WriteDown"/> added; the chains are read anew the next time.</summary>
    public void TakeBack()
    {
        foreach (var each in added)
        {
            db.Entry(each).State = EntityState.Detached;
        }

        foreach (var chain in db.ChangeTracker.Entries<AuditChain>().ToList())
        {
            chain.State = EntityState.Detached;
        }

        added.Clear();
    }

    private static Actor ActorOf(Caller caller) => new(
        caller.Kind.ToCamelCase(), caller.Id?.ToString(), caller.Issuer, caller.Session?.ToString());

    /// <summary>The chains to append to: those that the use case has read already, the others in one query.</summary>
    private async Task<Dictionary<string, AuditChain>> ChainsOf(List<string> resources, CancellationToken cancellationToken)
    {
        var chains = db.ChangeTracker.Entries<AuditChain>().Select(entry => entry.Entity).ToDictionary(chain => chain.Resource);
        var missing = resources.Where(resource => !chains.ContainsKey(resource)).ToList();

        if (missing.Count == 0)
        {
            return chains;
        }

        foreach (var found in await db.Set<AuditChain>().Where(chain => missing.Contains(chain.Resource)).ToListAsync(cancellationToken))
        {
            chains.Add(found.Resource, found);
        }

        foreach (var resource in missing.Where(resource => !chains.ContainsKey(resource)))
        {
            var chain = AuditChain.Start(resource);
            chains.Add(resource, chain);
            db.Add(chain);
        }

        return chains;
    }

    /// <summary>
    /// What names persons, by person. Where a session acts from where it was begun, its own entry says so
    /// already; anybody else's origin is kept here.
    /// </summary>
    private List<PersonalData> PersonalDataOf(AuditEntryId entry, IEnumerable<(string Subject, JsonObject Row)> rows)
    {
        var contents = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);

        foreach (var group in rows.GroupBy(row => row.Subject))
        {
            contents[group.Key] = new() { ["changes"] = new JsonArray([.. group.Select(row => row.Row)]) };
        }

        if (context.Origin is { Address: not null } or { Device: not null } && !context.OriginIsKnown)
        {
            var subject = context.Caller is { Kind: not CallerKind.ApiKey, Id: { } id } ? id.ToString() : NobodyKnown;
            var content = contents.TryGetValue(subject, out var there) ? there : contents[subject] = [];
            content["origin"] = new JsonObject { ["address"] = context.Origin.Address, ["device"] = context.Origin.Device };
        }

        return
        [
            .. contents.Select(pair => new PersonalData(
                entry, pair.Key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltBytes)), CanonicalJson.Of(pair.Value))),
        ];
    }
}
