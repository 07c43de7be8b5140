using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

public static class AuditErrors
{
    public static readonly DomainError NothingToSeal = DomainError.Conflicts(
        "nothingToSeal",
        "Tidak ada entri baru sejak titik segel terakhir.",
        "There are no entries since the last checkpoint.");

    public static readonly DomainError PurgeInTheFuture = DomainError.Breaks(
        "purgeInTheFuture", "Hanya asal dari waktu lampau yang dapat dihapus.", "Only origins of the past can be purged.");
}
