using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>Seals every chain that grew since the last checkpoint. The program also does this periodically.</summary>
[Needs(Permission.SealAudit)]
public sealed record SealAudit : IRequest<AuditSealed>;

/// <param name="Chains">How many chains were sealed; 0 if none had grown.</param>
public sealed record AuditSealed(int Chains, int? LastCheckpoint);

internal sealed class SealAuditHandler(IComplianceDb db, AuditKeys keys, TimeProvider clock) : IRequestHandler<SealAudit, AuditSealed>
{
    /// <summary>A checkpoint locks its chains while it is written, so the number per checkpoint is limited.</summary>
    private const int MostChains = 500;

    /// <summary>A chain that cannot be sealed does not keep the others from it: they get checkpoints of their own.</summary>
    public async Task<AuditSealed> Handle(SealAudit request, CancellationToken cancellationToken)
    {
        var chains = 0;
        int? last = null;
        var failures = new RowFailures(db);
        List<string> next = [""];

        do
        {
            next = await Grown(after: next[^1], cancellationToken);
            await failures.InHalves(next, Seal, cancellationToken);
        }
        while (next.Count == MostChains);

        failures.ThrowIfAny();

        return new(chains, last ?? await db.Checkpoints.MaxAsync(each => (int?)each.Number, cancellationToken));

        async Task Seal(IReadOnlyList<string> resources)
        {
            var (count, number) = await SealSome(resources, cancellationToken);
            (chains, last) = (chains + count, number);
        }
    }

    private Task<List<string>> Grown(string after, CancellationToken cancellationToken) => db.AuditChains.AsNoTracking()
        .Where(chain => chain.Length > chain.SealedLength && string.Compare(chain.Resource, after) > 0)
        .OrderBy(chain => chain.Resource)
        .Take(MostChains)
        .Select(chain => chain.Resource)
        .ToListAsync(cancellationToken);

    private async Task<(int Count, int? Number)> SealSome(IReadOnlyList<string> resources, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Begin(cancellationToken);
        var previous = await db.Checkpoints.AsNoTracking().OrderByDescending(each => each.Number).FirstOrDefaultAsync(cancellationToken);

        // Read again: another instance may have sealed some of them meanwhile.
        var grown = await db.AuditChains.AsNoTracking()
            .Where(chain => chain.Length > chain.SealedLength && resources.Contains(chain.Resource))
            .OrderBy(chain => chain.Resource)
            .Select(chain => new SealedChain(chain.Resource, chain.Length, chain.Head))
            .ToListAsync(cancellationToken);

        if (grown.Count == 0)
        {
            return (0, previous?.Number);
        }

        var checkpoint = Checkpoint.Seal(previous, grown, clock.GetUtcNow(), keys.Current);
        db.Checkpoints.Add(checkpoint);
        await db.SaveChangesAsync(cancellationToken);

        foreach (var leaf in grown)
        {
            // The chain may have grown in the meantime; only what was read is sealed.
            await db.AuditChains.Where(chain => chain.Resource == leaf.Resource)
                .ExecuteUpdateAsync(set => set.SetProperty(chain => chain.SealedLength, leaf.Length), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);

        return (grown.Count, checkpoint.Number);
    }
}
