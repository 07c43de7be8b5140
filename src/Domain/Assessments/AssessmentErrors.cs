using Compliance.Domain.Common;

namespace Compliance.Domain.Assessments;

public static class AssessmentErrors
{
    public static readonly DomainError UnitsUnknown = DomainError.Breaks(
        "unknownUnit", "Ada unit layanan yang tidak terdaftar.", "Some service units are not registered.");

    public static readonly DomainError ReasonNeeded = DomainError.Breaks(
        "reasonNeeded",
        "Penilaian ini sudah diajukan; perubahan jawaban perlu alasan (reason).",
        "This assessment was submitted; a changed answer needs its reason.");

    public static readonly DomainError Closed = DomainError.Conflicts(
        "assessmentClosed",
        "Penilaian ini tidak lagi menerima jawaban.",
        "This assessment takes no more answers.");
}
