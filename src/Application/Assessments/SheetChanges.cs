using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>
/// The only way to change a sheet: it is opened, changed, and stored with one audit entry for what is new. If
/// another device stored it first, all of that is repeated on the newer sheet.
/// </summary>
internal sealed class SheetChanges(IComplianceDb db, SheetQueries sheets, ISheetStore store, RequestContext context, TimeProvider clock)
{
    /// <summary>An attempt is lost only if another device has won one, so many concurrent devices need many attempts.</summary>
    private const int Attempts = 50;

    /// <param name="batch">The received items; used to find ids that were received before.</param>
    /// <param name="change">Changes the sheet and returns what is new; if nothing is new, nothing is stored.</param>
    public Task<(OpenSheet Open, T Answer)> Make<T>(
        Guid assessmentId,
        Func<Assessment, Caller, bool> may,
        IReadOnlyList<ReceivedItem> batch,
        Func<OpenSheet, DateTimeOffset, (IReadOnlyList<LoggedAnswer> Log, T Answer)> change,
        CancellationToken cancellationToken) =>
        db.RetryOnConflict(Attempts, () => Try(assessmentId, may, batch, change, cancellationToken), exhausted: SheetErrors.Busy);

    private async Task<(OpenSheet Open, T Answer)> Try<T>(
        Guid assessmentId,
        Func<Assessment, Caller, bool> may,
        IReadOnlyList<ReceivedItem> batch,
        Func<OpenSheet, DateTimeOffset, (IReadOnlyList<LoggedAnswer> Log, T Answer)> change,
        CancellationToken cancellationToken)
    {
        var open = await Open(assessmentId, may, cancellationToken);

        if (open.Sheet.HasSeen(batch))
        {
            await Remember(open, cancellationToken);
        }

        var (log, answer) = change(open, clock.GetUtcNow());

        if (open.Sheet.RequiresLog)
        {
            open = await Open(assessmentId, may, cancellationToken);
            await Remember(open, cancellationToken);
            (log, answer) = change(open, clock.GetUtcNow());
        }

        await Write(open, log, cancellationToken);

        return (open, answer);
    }

    private async Task<OpenSheet> Open(Guid assessmentId, Func<Assessment, Caller, bool> may, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(assessmentId, cancellationToken);
        Rule.Require(may(open.Assessment, context.Caller), AccessErrors.OutsideScope);

        return open;
    }

    private async Task Remember(OpenSheet open, CancellationToken cancellationToken)
    {
        var log = await db.LogOf(open.Assessment.Resource, cancellationToken);
        List<AnswerBatch> batches = [.. log.Select(entry => BatchJson.Read(entry.Payload).Content)];

        // The log is read after the sheet. A newer log could show a conflict as settled that is still open on this sheet.
        Rule.Require(batches.TrueForAll(batch => batch.SheetVersion <= open.Row.Version), ConcurrencyErrors.ChangedMeanwhile);
        open.Sheet.ReplayLog(batches);
    }

    private async Task Write(OpenSheet open, IReadOnlyList<LoggedAnswer> log, CancellationToken cancellationToken)
    {
        if (log.Count > 0)
        {
            open.Row.Keep(open.Sheet);
            await store.Write(open.State, AnswerLog.Write(new AnswerBatch(open.Row.Version, log)), cancellationToken);
        }
    }
}
