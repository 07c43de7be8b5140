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

    public async Task<AuditSealed> Handle(SealAudit request, CancellationToken cancellationToken)
    {
        var chains = 0;
        int? last = null;

        for (var count = MostChains; count == MostChains; chains += count)
        {
            (count, last) = await SealSome(cancellationToken);
        }

        return new(chains, last);
    }

    private async Task<(int Count, int? Number)> SealSome(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Begin(cancellationToken);
        var previous = await db.Checkpoints.AsNoTracking().OrderByDescending(each => each.Number).FirstOrDefaultAsync(cancellationToken);
        var grown = await db.AuditChains.AsNoTracking()
            .Where(chain => chain.Length > chain.SealedLength)
            .OrderBy(chain => chain.Resource)
            .Take(MostChains)
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
