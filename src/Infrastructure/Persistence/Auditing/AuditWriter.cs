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
/// Adds the entries of a save: one for each changed resource, chained to the last entry of that resource. Nothing audited is saved
/// without its entry, because this runs inside the save itself.
/// </summary>
/// <param name="key">The key that authenticates the entries.</param>
internal sealed class AuditWriter(DbContext db, RequestContext context, TimeProvider clock, Func<SigningKey> key)
{
    private const int SaltBytes = 32;
    private const string AnonymousSubject = Domain.Audit.PersonalData.Anonymous;

    private readonly List<object> added = [];

    /// <summary>
    /// Whether a save failed because another writer appended to the same chain first. PostgreSQL receives the save as one batch, and the
    /// failure names every row of it; only the table tells which row was the cause.
    /// </summary>
    public static bool IsChainConflict(DbUpdateException failure) =>
        failure.InnerException is PostgresException { TableName: { } table }
            ? table is "audit_entries" or "audit_chains"
            : failure.Entries.Count > 0 && failure.Entries.All(entry => entry.Entity is AuditEntry or AuditChain or PersonalData);

    public async Task AddEntries(CancellationToken cancellationToken)
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

    /// <summary>Appends an entry of the current request to a chain.</summary>
    /// <param name="changes">The changed rows, as canonical JSON.</param>
    /// <param name="content">The content that the use case added, as canonical JSON.</param>
    /// <param name="rows">The personal data of the changed rows.</param>
    public (AuditEntry Entry, IReadOnlyList<PersonalData> Personal) Append(
        AuditChain chain, DateTimeOffset now, string? changes, string? content, IEnumerable<(string Subject, JsonObject Row)> rows)
    {
        var useCase = context.UseCase ?? throw new InvalidOperationException("Outside a use case nothing is written.");
        var id = EntityId.New<AuditEntryId>(now);
        var personal = PersonalDataOf(id, rows);

        return (chain.Append(new(id, now, ActorOf(context.Caller), useCase, context.Reason, changes, content, personal), key()), personal);
    }

    /// <summary>Removes the entries that <see cref="AddEntries"/> added. The chains are read again at the next attempt.</summary>
    public void RemoveEntries()
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

    /// <summary>Returns the chains to append to: those that are tracked already, and the others by one query.</summary>
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
    /// The personal data of an entry, by person. The address and device of a session are in the entry of its sign-in; an origin that differs
    /// from that is stored here.
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
            var subject = context.Caller is { Kind: not CallerKind.ApiKey, Id: { } id } ? id.ToString() : AnonymousSubject;
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
