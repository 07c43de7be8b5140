using Compliance.Application.Evidence;
using Compliance.Application.Instruments;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>Reads the progress of many assessments in a constant number of queries.</summary>
internal sealed class ProgressQueries(IComplianceDb db, InstrumentLibrary library, SheetSummaries summaries)
{
    public async Task<IReadOnlyDictionary<AssessmentId, AssessmentProgress>> Of(IReadOnlyList<AssessmentRow> rows, CancellationToken cancellationToken)
    {
        var instruments = await library.Of(db, rows.Select(row => row.Instrument), cancellationToken);
        var read = await Read(rows, instruments, cancellationToken);
        var evidence = await db.EvidencedObservations([.. rows.Select(row => row.Assessment.Id)], cancellationToken);

        return rows.ToDictionary(row => row.Assessment.Id, row => AssessmentProgress.Of(
            row.Assessment.Status,
            instruments[row.Instrument].Instrument,
            row.Assessment.Planned,
            read.GetValueOrDefault(row.Assessment.Id) ?? SheetSummary.Of(instruments[row.Instrument].Instrument, []),
            [.. evidence[row.Assessment.Id]]));
    }

    /// <summary>
    /// Reads only sheets that changed since they were cached, one after the other, because all at once would fill the
    /// memory. Sheets without answers, and those that the caller may no longer see, have no entry.
    /// </summary>
    private async Task<Dictionary<AssessmentId, SheetSummary>> Read(
        IReadOnlyList<AssessmentRow> rows, IReadOnlyDictionary<string, KnownInstrument> instruments, CancellationToken cancellationToken)
    {
        var read = new Dictionary<AssessmentId, SheetSummary>();
        var changed = new Dictionary<AssessmentId, AssessmentRow>();

        foreach (var row in rows)
        {
            if (summaries.Find(row.Assessment.Id, row.SheetVersion) is { } known)
            {
                read.Add(row.Assessment.Id, known);
            }
            else if (row.SheetVersion > 0)
            {
                changed.Add(row.Assessment.Id, row);
            }
        }

        if (changed.Count > 0)
        {
            var sheets = db.Sheets.AsNoTracking().Where(sheet => changed.Keys.Contains(sheet.AssessmentId));

            await foreach (var sheet in sheets.AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                var instrument = instruments[changed[sheet.AssessmentId].Instrument].Instrument;
                var summary = SheetSummary.Of(instrument, sheet.Answers.Select(stored => stored.Answer));
                summaries.Keep(sheet.AssessmentId, sheet.Version, summary);
                read.Add(sheet.AssessmentId, summary);
            }
        }

        return read;
    }
}
