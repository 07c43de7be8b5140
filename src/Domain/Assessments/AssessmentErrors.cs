using Compliance.Domain.Common;

namespace Compliance.Domain.Assessments;

public static class AssessmentErrors
{
    public static readonly DomainError UnitsUnknown = DomainError.Breaks(
        "unknownUnit", "Ada unit layanan yang tidak terdaftar.", "Some service units are not registered.");

    public static readonly DomainError Busy = DomainError.Conflicts(
        "sheetBusy",
        "Lembar ini sedang diubah banyak perangkat sekaligus; kirim ulang.",
        "Too many devices change this sheet at once; send it again.");
}
