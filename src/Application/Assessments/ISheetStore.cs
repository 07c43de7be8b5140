using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;

namespace Compliance.Application.Assessments;

/// <summary>Where sheets are kept: they are read and written past the change tracker, since devices in the field do nothing else.</summary>
public interface ISheetStore
{
    /// <summary>
    /// The sheet of an assessment that the caller may see, with all that writing it needs, in one query. Nothing of it
    /// is tracked: a sheet is written by <see cref="Write"/> alone.
    /// </summary>
    Task<SheetState?> Read(AssessmentId assessment, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a changed sheet and its entry in the audit, all or nothing, in one round trip and with the same number of
    /// rows whatever was changed. Refuses as <see cref="IComplianceDb.SaveChangesAsync"/> does.
    /// </summary>
    /// <param name="log">What is written down, as canonical JSON.</param>
    Task Write(SheetState state, string log, CancellationToken cancellationToken);
}

/// <summary>A sheet with all that writing it needs.</summary>
/// <param name="chain">The assessment's chain in the audit; null before its first entry.</param>
public sealed class SheetState(Assessment assessment, string instrument, SheetRow row, AuditChain? chain)
{
    public Assessment Assessment { get; } = assessment;

    public string Instrument { get; } = instrument;

    /// <summary>As it is stored; changed by <see cref="SheetRow.Keep"/>.</summary>
    public SheetRow Row { get; } = row;

    public AuditChain Chain { get; } = chain ?? AuditChain.Start(assessment.Resource);

    /// <summary>As it was read.</summary>
    public AssessmentStatus StatusBefore { get; } = assessment.Status;
}
