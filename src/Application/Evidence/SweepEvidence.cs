using Compliance.Application.Access;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>
/// Deletes expired uploads and files without a row, and scans files that have not been scanned. The program sends
/// this periodically.
/// </summary>
/// <param name="WithFiles">Whether every stored file is checked, which is slow if there are many.</param>
[ForTheProgram]
public sealed record SweepEvidence(bool WithFiles) : IRequest<EvidenceSwept>;

/// <param name="Scanned">How many files now have a final verdict.</param>
public sealed record EvidenceSwept(int Uploads, int Files, int Scanned);

internal sealed class SweepEvidenceHandler(IComplianceDb db, IEvidenceStore store, IScanner scanner, EvidenceIntake intake, TimeProvider clock)
    : IRequestHandler<SweepEvidence, EvidenceSwept>
{
    private const int MostAtOnce = 100;

    /// <summary>Far longer than it takes between storing a file and saving its row.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromDays(1);

    public async Task<EvidenceSwept> Handle(SweepEvidence request, CancellationToken cancellationToken) => new(
        await RemoveUploads(cancellationToken),
        request.WithFiles ? await RemoveFiles(cancellationToken) : 0,
        scanner.IsThere ? await Scan(cancellationToken) : 0);

    /// <summary>Deletes the rows first: a part without its row is deleted later with the files, but a row without its part would be wrong.</summary>
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

    /// <summary>Saves after each file, so that no verdict is lost if the scanner stops responding.</summary>
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
            // Another instance has recorded the verdict in the meantime.
            db.ClearTracking();
        }
    }
}
