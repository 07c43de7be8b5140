using Compliance.Domain.Common;

namespace Compliance.Domain.Replies;

public static class ReplyErrors
{
    public static readonly DomainError NoDraft = DomainError.Conflict(
        "noDraft", "Tidak ada tanggapan yang menunggu moderasi.", "No reply is waiting for moderation.");

    public static readonly DomainError OwnReply = DomainError.Invalid(
        "ownReply", "Tanggapan tidak boleh dimoderasi oleh pihak instansi sendiri.", "A reply cannot be moderated by the institution's own people.");
}
