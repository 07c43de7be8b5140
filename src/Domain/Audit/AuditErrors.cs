using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

public static class AuditErrors
{
    public static readonly DomainError NothingToSeal = DomainError.Conflict(
        "nothingToSeal",
        "Tidak ada entri baru sejak titik segel terakhir.",
        "There are no new entries since the last checkpoint.");

    public static readonly DomainError PurgeInTheFuture = DomainError.Invalid(
        "purgeInTheFuture",
        "Hanya data asal dari waktu lampau yang dapat dihapus; before tidak boleh di masa depan.",
        "Only origins from the past can be purged; before must not lie in the future.");
}
