using Compliance.Domain.Common;

namespace Compliance.Domain.Results;

/// <summary>The labels of the status of a result and of the reasons for not assessing.</summary>
public static class ResultLabels
{
    public static LocalizedText Label(this ResultStatus status) => status switch
    {
        ResultStatus.Assessed => new("dinilai", "assessed"),
        _ => new("tidak dinilai", "not assessed"),
    };

    public static LocalizedText Label(this NotAssessedReason reason) => reason switch
    {
        NotAssessedReason.Refused => new("menolak dinilai", "refused"),
        NotAssessedReason.Security => new("keamanan", "security"),
        NotAssessedReason.Closed => new("tutup", "closed"),
        NotAssessedReason.NoAccess => new("tidak dapat diakses", "no access"),
        _ => new("lainnya", "other"),
    };
}
