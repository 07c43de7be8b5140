using Compliance.Domain.Assessments;

namespace Compliance.Application.Assessments;

/// <summary>What stands about sheets beside their answers, read in one place for every use case that asks how complete an assessment is.</summary>
internal static class SheetMattersReading
{
    /// <summary>Every piece of evidence of some assessments. Nothing takes evidence yet, so there is none.</summary>
    public static Task<ILookup<AssessmentId, EvidencedObservation>> EvidenceOf(
        this IComplianceDb db, IReadOnlyCollection<AssessmentId> assessments, CancellationToken cancellationToken) =>
        Task.FromResult(Array.Empty<(AssessmentId Assessment, EvidencedObservation Piece)>().ToLookup(each => each.Assessment, each => each.Piece));

    /// <summary>
    /// What can keep one assessment from being submitted or withdrawn. A conflict is answered to its sender and not kept
    /// open, a refused item is not kept, and nobody verifies yet: of these there are none.
    /// </summary>
    public static async Task<SheetMatters> MattersOf(this IComplianceDb db, Assessment assessment, CancellationToken cancellationToken) =>
        SheetMatters.None with { Evidence = [.. (await db.EvidenceOf([assessment.Id], cancellationToken))[assessment.Id]] };
}
