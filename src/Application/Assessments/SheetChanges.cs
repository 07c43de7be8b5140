using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>
/// The one way in which a sheet changes: it is opened, changed, and written with what is new as one entry of the audit. Where
/// another device was faster, all of that is done again on what stands now.
/// </summary>
internal sealed class SheetChanges(IComplianceDb db, SheetQueries sheets, ISheetStore store, RequestContext context, TimeProvider clock)
{
    /// <summary>Each attempt that is lost is one that another device has won, so many devices at once need many.</summary>
    private const int Attempts = 50;

    /// <param name="batch">What was received; ids that were seen before are looked up for it.</param>
    /// <param name="change">Changes the sheet and says what is new; nothing is written where nothing is.</param>
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

        // The log is read after the sheet; one that knows more would say of an open conflict that it was settled.
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
