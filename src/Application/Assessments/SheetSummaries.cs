using System.Collections.Concurrent;
using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>
/// Caches summaries of sheets, so that the progress of a cycle does not read every answer of the country each
/// time. Entries are keyed by sheet version, so they never become stale.
/// </summary>
public sealed class SheetSummaries
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<AssessmentId, (int Version, SheetSummary Outline)> known = new();

    public SheetSummary? Find(AssessmentId assessment, int version) =>
        known.TryGetValue(assessment, out var found) && found.Version == version ? found.Outline : null;

    public void Keep(AssessmentId assessment, int version, SheetSummary summary)
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[assessment] = (version, summary);
    }
}
