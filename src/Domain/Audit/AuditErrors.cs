using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

public static class AuditErrors
{
    public static readonly DomainError NothingToSeal = DomainError.Conflicts(
        "nothingToSeal",
        "Tidak ada entri baru sejak titik segel terakhir.",
        "There are no entries since the last checkpoint.");
}
