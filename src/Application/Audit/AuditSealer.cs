using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Creates checkpoints over all chains that grew. An entry that the program did not write ends what is sealed of its chain.</summary>
/// <param name="acceptsUnauthenticated">Whether entries without an authenticator are sealed as well, by checkpoints that say so.</param>
internal sealed class AuditSealer(IComplianceDb db, AuditKeys keys, TimeProvider clock, bool acceptsUnauthenticated)
{
    /// <summary>A checkpoint locks its chains while it is written, so the number per checkpoint is limited.</summary>
    private const int MostChains = 500;

    private readonly List<RefusedEntry> refused = [];
    private int chains;
    private int? last;

    /// <summary>A chain that cannot be sealed does not keep the others from it: they get checkpoints of their own.</summary>
    public async Task<AuditSealed> Seal(CancellationToken cancellationToken)
    {
        var failures = new RowFailures(db);
        List<string> next = [""];

        do
        {
            next = await Grown(after: next[^1], cancellationToken);
            await failures.InHalves(next, resources => SealSome(resources, cancellationToken), cancellationToken);
        }
        while (next.Count == MostChains);

        failures.ThrowIfAny();

        return new(chains, last ?? await db.Checkpoints.MaxAsync(each => (int?)each.Number, cancellationToken), refused);
    }

    private Task<List<string>> Grown(string after, CancellationToken cancellationToken) => db.AuditChains.AsNoTracking()
        .Where(chain => chain.Length > chain.SealedLength && string.Compare(chain.Resource, after) > 0)
        .OrderBy(chain => chain.Resource)
        .Take(MostChains)
        .Select(chain => chain.Resource)
        .ToListAsync(cancellationToken);

    private async Task SealSome(IReadOnlyList<string> resources, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Begin(cancellationToken);
        var previous = await db.Checkpoints.AsNoTracking().OrderByDescending(each => each.Number).FirstOrDefaultAsync(cancellationToken);
        var entries = await ReadEntries(resources, cancellationToken);
        var number = entries.Ends.Count == 0 ? (int?)null : await Write(previous, entries, cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        last = number ?? last;
        chains += entries.Ends.Count;
        refused.AddRange(entries.Refused.Select(each => new RefusedEntry(each.Resource, each.Sequence!.Value, each.Code)));
    }

    private async Task<SealableEntries> ReadEntries(IReadOnlyList<string> resources, CancellationToken cancellationToken)
    {
        var entries = new SealableEntries(keys.Authors, acceptsUnauthenticated);

        // Chains are read again: another instance may have sealed some of them meanwhile.
        var unsealed =
            from chain in db.AuditChains
            where chain.Length > chain.SealedLength && resources.Contains(chain.Resource)
            join entry in db.AuditEntries on chain.Resource equals entry.Resource
            where entry.Sequence > chain.SealedLength && entry.Sequence <= chain.Length
            orderby entry.Resource, entry.Sequence
            select new { entry.Resource, entry.Sequence, entry.Hash, entry.Authenticator, chain.SealedLength };

        await foreach (var entry in unsealed.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            entries.Read(new(entry.Resource, entry.Sequence, entry.Hash), entry.Authenticator, entry.SealedLength);
        }

        return entries;
    }

    private async Task<int> Write(Checkpoint? previous, SealableEntries entries, CancellationToken cancellationToken)
    {
        var checkpoint = Checkpoint.Seal(previous, entries.Ends, clock.GetUtcNow(), keys.Current, acceptsUnauthenticated ? null : entries.AuthenticatedBy);
        db.Checkpoints.Add(checkpoint);
        await db.SaveChangesAsync(cancellationToken);

        foreach (var end in entries.Ends)
        {
            // The chain may have grown in the meantime; only what was read is sealed.
            await db.AuditChains.Where(chain => chain.Resource == end.Resource)
                .ExecuteUpdateAsync(set => set.SetProperty(chain => chain.SealedLength, end.Length), cancellationToken);
        }

        return checkpoint.Number;
    }
}
