using Compliance.Domain.Common;

namespace Compliance.Domain.Assessments;

public static class AssessmentStatusLabels
{
    /// <summary>Completes a sentence that begins with "this assessment is".</summary>
    public static LocalizedText Label(this AssessmentStatus status) => status switch
    {
        AssessmentStatus.Planned => new("direncanakan", "planned"),
        AssessmentStatus.Collecting => new("dalam pengumpulan data", "collecting data"),
        AssessmentStatus.Submitted => new("sudah diajukan", "submitted"),
        AssessmentStatus.Returned => new("dikembalikan", "returned"),
        AssessmentStatus.Verified => new("sudah diverifikasi", "verified"),
        AssessmentStatus.Final => new("sudah final", "final"),
        _ => new("ditandai tidak dinilai", "marked as not assessed"),
    };
}
