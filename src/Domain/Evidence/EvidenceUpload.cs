using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;

namespace Compliance.Domain.Evidence;

public readonly record struct UploadId(Guid Value) : IEntityId<UploadId>
{
    public static UploadId From(Guid value) => new(value);
}

/// <summary>
/// A file that comes in parts. How much of it is there is not kept here: what is on the disk says so, also after
/// a crash.
/// </summary>
public sealed class EvidenceUpload(
    UploadId id, AssessmentId assessmentId, string fileName, long size, string? sha256, AccountId uploaderId, DateTimeOffset begunAt, DateTimeOffset expiresAt)
{
    public UploadId Id { get; } = id;

    public AssessmentId AssessmentId { get; } = assessmentId;

    public string FileName { get; } = fileName;

    public long Size { get; } = size;

    /// <summary>What the whole is to be, where the client said so.</summary>
    public string? Sha256 { get; } = sha256;

    public AccountId UploaderId { get; } = uploaderId;

    public DateTimeOffset BegunAt { get; } = begunAt;

    /// <summary>Then it is removed, finished or not: a finished one has become evidence.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>The evidence that the upload became.</summary>
    public EvidenceId? EvidenceId { get; private set; }

    public bool SaysTheSameAs(EvidenceUpload other) =>
        (AssessmentId, FileName, Size, Sha256, UploaderId) == (other.AssessmentId, other.FileName, other.Size, other.Sha256, other.UploaderId);

    /// <param name="offset">How much of it is there.</param>
    public void RequireComplete(long offset) => Rule.Require(offset == Size, EvidenceErrors.UploadIncomplete(offset, Size));

    /// <summary>More of it is taken from where it stands, up to its size.</summary>
    public void RequireRoomFor(long offset, long? length, long? total)
    {
        Rule.Require(EvidenceId is null, EvidenceErrors.UploadFinished);
        Rule.Require(total is null || total == Size, EvidenceErrors.SizeDiffers(Size));
        Rule.Require(offset <= Size && (length ?? 0) <= Size - offset, EvidenceErrors.ChunkBeyondSize(Size));
    }

    /// <summary>It becomes one piece: of two requests at once, one is too late.</summary>
    public void CompleteAs(EvidenceId evidence)
    {
        Rule.Require(EvidenceId is null || EvidenceId == evidence, EvidenceErrors.UploadFinished);
        EvidenceId = evidence;
    }
}
