using Compliance.Application.Access;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>
/// Removes uploads whose time is over and files that no row knows, and has scanned what was not. The program does
/// so by itself, again and again.
/// </summary>
/// <param name="WithFiles">Whether every file is looked at, which takes a while where there are many.</param>
[ForTheProgram]
public sealed record SweepEvidence(bool WithFiles) : IRequest<EvidenceSwept>;

/// <param name="Scanned">Files of which it is known now whether they harm.</param>
public sealed record EvidenceSwept(int Uploads, int Files, int Scanned);

internal sealed class SweepEvidenceHandler(IComplianceDb db, IEvidenceStore store, IScanner scanner, EvidenceIntake intake, TimeProvider clock)
    : IRequestHandler<SweepEvidence, EvidenceSwept>
{
    private const int MostAtOnce = 100;

    /// <summary>Nothing takes as long between the file and its row.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromDays(1);

    public async Task<EvidenceSwept> Handle(SweepEvidence request, CancellationToken cancellationToken) => new(
        await RemoveUploads(cancellationToken),
        request.WithFiles ? await RemoveFiles(cancellationToken) : 0,
        scanner.IsThere ? await Scan(cancellationToken) : 0);

    /// <summary>The rows first: a part without its row is removed with the files, a row without its part would be a lie.</summary>
    private async Task<int> RemoveUploads(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expired = await db.EvidenceUploads.Where(upload => upload.ExpiresAt <= now).OrderBy(upload => upload.ExpiresAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        db.EvidenceUploads.RemoveRange(expired);
        await db.SaveChangesAsync(cancellationToken);

        foreach (var upload in expired)
        {
            await store.Discard(upload.Id);
        }

        return expired.Count;
    }

    private async Task<int> RemoveFiles(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - grace;
        var removed = 0;
        await store.RemoveIncoming(before);

        foreach (var group in store.KeptBefore(before).Chunk(MostAtOnce))
        {
            var known = await db.EvidenceBlobs.Where(blob => group.Contains(blob.Sha256)).Select(blob => blob.Sha256).ToListAsync(cancellationToken);

            foreach (var orphan in group.Except(known))
            {
                removed += await store.Remove(orphan, before, () => db.EvidenceBlobs.AnyAsync(blob => blob.Sha256 == orphan, cancellationToken)) ? 1 : 0;
            }
        }

        return removed;
    }

    /// <summary>One save for each file, so that a scanner that stops answering loses none of what it said before.</summary>
    private async Task<int> Scan(CancellationToken cancellationToken)
    {
        var open = await db.EvidenceBlobs.AsNoTracking()
            .Where(blob => blob.Scan == ScanState.NotScanned || blob.Scan == ScanState.Pending)
            .OrderBy(blob => blob.ReceivedAt)
            .Take(MostAtOnce)
            .Select(blob => blob.Sha256)
            .ToListAsync(cancellationToken);
        var scanned = 0;

        foreach (var sha256 in open)
        {
            var verdict = await intake.Scan(sha256, cancellationToken);
            scanned += verdict.State.IsOpen() ? 0 : 1;
            await Keep(sha256, verdict, cancellationToken);
        }

        return scanned;
    }

    private async Task Keep(string sha256, ScanVerdict verdict, CancellationToken cancellationToken)
    {
        var blob = await db.EvidenceBlobs.SingleAsync(each => each.Sha256 == sha256, cancellationToken);
        await db.RecordScan(blob, verdict, clock.GetUtcNow(), cancellationToken);

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DomainException refusal) when (refusal.Error == ConcurrencyErrors.ChangedMeanwhile)
        {
            // Another instance was told the same.
            db.ClearTracking();
        }
    }
}
