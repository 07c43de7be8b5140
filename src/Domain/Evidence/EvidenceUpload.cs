using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;

namespace Compliance.Domain.Evidence;

public readonly record struct UploadId(Guid Value) : IEntityId<UploadId>
{
    public static UploadId From(Guid value) => new(value);
}

/// <summary>
/// A file that is uploaded in parts. The received length is not stored here: the file on disk determines it, also after
/// a crash.
/// </summary>
public sealed class EvidenceUpload(
    UploadId id, AssessmentId assessmentId, string fileName, long size, string? sha256, AccountId uploaderId, DateTimeOffset begunAt, DateTimeOffset expiresAt)
{
    public UploadId Id { get; } = id;

    public AssessmentId AssessmentId { get; } = assessmentId;

    public string FileName { get; } = fileName;

    public long Size { get; } = size;

    /// <summary>The hash of the whole file, if the client gave it.</summary>
    public string? Sha256 { get; } = sha256;

    public AccountId UploaderId { get; } = uploaderId;

    public DateTimeOffset BegunAt { get; } = begunAt;

    /// <summary>The upload is then removed, finished or not: a finished one has become evidence.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>The evidence that the upload became.</summary>
    public EvidenceId? EvidenceId { get; private set; }

    public bool SaysTheSameAs(EvidenceUpload other) =>
        (AssessmentId, FileName, Size, Sha256, UploaderId) == (other.AssessmentId, other.FileName, other.Size, other.Sha256, other.UploaderId);

    /// <param name="offset">The length received so far.</param>
    public void RequireComplete(long offset) => Rule.Require(offset == Size, EvidenceErrors.UploadIncomplete(offset, Size));

    /// <summary>Requires that a part starting at the offset fits into the declared size.</summary>
    public void RequireRoomFor(long offset, long? length, long? total)
    {
        Rule.Require(EvidenceId is null, EvidenceErrors.UploadFinished);
        Rule.Require(total is null || total == Size, EvidenceErrors.SizeDiffers(Size));
        Rule.Require(offset <= Size && (length ?? 0) <= Size - offset, EvidenceErrors.ChunkBeyondSize(Size));
    }

    /// <summary>An upload becomes one piece only: of two concurrent requests, the second is refused.</summary>
    public void CompleteAs(EvidenceId evidence)
    {
        Rule.Require(EvidenceId is null || EvidenceId == evidence, EvidenceErrors.UploadFinished);
        EvidenceId = evidence;
    }
}
