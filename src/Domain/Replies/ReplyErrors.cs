using Compliance.Domain.Common;

namespace Compliance.Domain.Replies;

public static class ReplyErrors
{
    public static readonly DomainError NoDraft = DomainError.Conflicts(
        "noDraft", "Tidak ada tanggapan yang menunggu moderasi.", "No reply waits to be moderated.");

    public static readonly DomainError OwnReply = DomainError.Breaks(
        "ownReply", "Orang instansi sendiri tidak memoderasi tanggapannya.", "The institution's own people do not moderate its reply.");
}
