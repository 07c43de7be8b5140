using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;

namespace Compliance.Application.Assessments;

/// <summary>Stores sheets without the change tracker, because devices in the field read and write them constantly.</summary>
public interface ISheetStore
{
    /// <summary>
    /// Reads the sheet of an assessment that the caller may see, with everything needed to write it, in one query.
    /// Nothing is tracked: only <see cref="Write"/> stores a sheet.
    /// </summary>
    Task<SheetState?> Read(AssessmentId assessment, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a changed sheet and its audit entry in one transaction and one round trip, with the same number of
    /// rows whatever was changed. Throws on conflicts as <see cref="IComplianceDb.SaveChangesAsync"/> does.
    /// </summary>
    /// <param name="log">The content of the audit entry, as canonical JSON.</param>
    Task Write(SheetState state, string log, CancellationToken cancellationToken);
}

/// <summary>A sheet with everything that is needed to write it.</summary>
/// <param name="chain">The assessment's chain in the audit; null before its first entry.</param>
public sealed class SheetState(Assessment assessment, string instrument, SheetRow row, AuditChain? chain)
{
    public Assessment Assessment { get; } = assessment;

    public string Instrument { get; } = instrument;

    /// <summary>The stored sheet; changed only by <see cref="SheetRow.Keep"/>.</summary>
    public SheetRow Row { get; } = row;

    public AuditChain Chain { get; } = chain ?? AuditChain.Start(assessment.Resource);

    /// <summary>The status when the sheet was read.</summary>
    public AssessmentStatus StatusBefore { get; } = assessment.Status;
}
