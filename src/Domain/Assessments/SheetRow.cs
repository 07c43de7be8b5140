using Compliance.Domain.Instruments;

namespace Compliance.Domain.Assessments;

/// <summary>
/// The sheet of one assessment as it is stored: one row, regardless of the number of answers. The version counts
/// the batches that changed it.
/// </summary>
public sealed class SheetRow(
    AssessmentId assessmentId, int version, IReadOnlyList<StoredAnswer> answers, OpenItems? open, uint[] seen)
{
    public AssessmentId AssessmentId { get; } = assessmentId;

    public int Version { get; private set; } = version;

    public IReadOnlyList<StoredAnswer> Answers { get; private set; } = answers;

    /// <summary>Null if nothing is open, which is the usual case.</summary>
    public OpenItems? Open { get; private set; } = open;

    /// <summary>The fingerprints of <see cref="KnownIdFingerprints"/>; used by the database only.</summary>
    public uint[] Seen { get; private set; } = seen;

    public static SheetRow Empty(AssessmentId assessment) => new(assessment, 0, [], null, []);

    public Sheet ToSheet(Instrument instrument, PlannedSubjects planned) => new(instrument, planned, this);

    public void Keep(Sheet sheet)
    {
        Answers = [.. sheet.Answers];
        Open = sheet.Conflicts.Count + sheet.Refused.Count == 0 ? null : new([.. sheet.Conflicts], [.. sheet.Refused]);
        Seen = sheet.Seen;
        Version++;
    }
}

/// <summary>The conflicts to settle, and the refused items to correct or dismiss.</summary>
public sealed record OpenItems(IReadOnlyList<OpenConflict> Conflicts, IReadOnlyList<RefusedItem> Refused);
