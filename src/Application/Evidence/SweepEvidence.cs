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

    /// <summary>How many files that cannot be scanned are passed over in one run, as after a backup of the database was restored without its files.</summary>
    private const int MostPassed = 10_000;

    /// <summary>Far longer than it takes between storing a file and saving its row.</summary>
    private static readonly TimeSpan grace = TimeSpan.FromDays(1);

    public async Task<EvidenceSwept> Handle(SweepEvidence request, CancellationToken cancellationToken)
    {
        var failures = new RowFailures(db);
        var (uploads, files, scanned) = (0, 0, 0);
        await failures.Try(async () => uploads = await RemoveUploads(failures, cancellationToken), cancellationToken);
        await failures.Try(async () => files = request.WithFiles ? await RemoveFiles(failures, cancellationToken) : 0, cancellationToken);
        await failures.Try(async () => scanned = scanner.IsThere ? await Scan(failures, cancellationToken) : 0, cancellationToken);
        failures.ThrowIfAny();

        return new(uploads, files, scanned);
    }

    private async Task<int> RemoveUploads(RowFailures failures, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expired = await db.EvidenceUploads.Where(upload => upload.ExpiresAt <= now).OrderBy(upload => upload.ExpiresAt).Select(upload => upload.Id)
            .Take(MostAtOnce).ToListAsync(cancellationToken);
        var removed = 0;

        foreach (var upload in expired)
        {
            removed += await failures.Try(() => Remove(upload, cancellationToken), cancellationToken) is null ? 1 : 0;
        }

        return removed;
    }

    /// <summary>Deletes the row first: a part without its row is deleted later with the files, but a row without its part would be wrong.</summary>
    private async Task Remove(UploadId id, CancellationToken cancellationToken)
    {
        db.EvidenceUploads.Remove(await db.EvidenceUploads.SingleAsync(each => each.Id == id, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);
        await store.Discard(id);
    }

    private async Task<int> RemoveFiles(RowFailures failures, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - grace;
        var removed = 0;
        await failures.Try(() => store.RemoveIncoming(before), cancellationToken);

        foreach (var group in store.KeptBefore(before).Chunk(MostAtOnce))
        {
            var known = await db.EvidenceBlobs.Where(blob => group.Contains(blob.Sha256)).Select(blob => blob.Sha256).ToListAsync(cancellationToken);

            foreach (var orphan in group.Except(known))
            {
                await failures.Try(
                    async () => removed += await store.Remove(
                        orphan, before, () => db.EvidenceBlobs.AnyAsync(blob => blob.Sha256 == orphan, cancellationToken)) ? 1 : 0,
                    cancellationToken);
            }
        }

        return removed;
    }

    /// <summary>Saves after each file, so that no verdict is lost if the scanner stops responding. A file that cannot be read is passed over.</summary>
    private async Task<int> Scan(RowFailures failures, CancellationToken cancellationToken)
    {
        var (scanned, passed) = (0, new List<string>());
        int before;

        do
        {
            before = passed.Count;

            foreach (var sha256 in await Open(passed, cancellationToken))
            {
                passed.AddRange(await failures.Try(() => Scan(sha256), cancellationToken) is null ? [] : [sha256]);
            }
        }
        while (passed.Count > before && passed.Count < MostPassed);

        return scanned;

        async Task Scan(string sha256)
        {
            var verdict = await intake.Scan(sha256, cancellationToken);
            await Keep(sha256, verdict, cancellationToken);
            scanned += verdict.State.IsOpen() ? 0 : 1;
        }
    }

    private Task<List<string>> Open(List<string> passed, CancellationToken cancellationToken) => db.EvidenceBlobs.AsNoTracking()
        .Where(blob => (blob.Scan == ScanState.NotScanned || blob.Scan == ScanState.Pending) && !passed.Contains(blob.Sha256))
        .OrderBy(blob => blob.ReceivedAt)
        .Take(MostAtOnce)
        .Select(blob => blob.Sha256)
        .ToListAsync(cancellationToken);

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
