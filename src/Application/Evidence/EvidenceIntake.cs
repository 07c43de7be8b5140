using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Receives, recognises, stores and scans the bytes of a file, before the database records it.</summary>
public sealed class EvidenceIntake(IEvidenceStore store, IScanner scanner, EvidenceSettings settings)
{
    /// <summary>Receives the bytes of a completed upload, as if they had been sent in one request.</summary>
    internal async Task<IncomingFile> Receive(EvidenceUpload upload, CancellationToken cancellationToken)
    {
        upload.RequireComplete(await store.LengthOf(upload.Id, cancellationToken));
        await using var whole = await store.Open(upload.Id, cancellationToken);

        return await store.Receive(whole.ReadAsync, settings.MaxBytes, cancellationToken);
    }

    /// <summary>Determines the kind from the content, and refuses a file whose media type or extension contradicts it.</summary>
    internal static ContentKind Recognise(IncomingFile file, string? mediaType, string? fileName)
    {
        Rule.Require(file.Size > 0, EvidenceErrors.FileEmpty);
        var kind = ContentRecognition.Recognise(file.Head.Span);
        Rule.Require(kind is not null, EvidenceErrors.UnsupportedContent);
        var claimed = kind.Value.Contradiction(mediaType, fileName);

        return claimed is null ? kind.Value : throw new DomainException(EvidenceErrors.ContentMismatch(claimed, kind.Value));
    }

    /// <summary>Stores the bytes, and scans them unless the same bytes were scanned before.</summary>
    internal async Task<ScanVerdict?> Keep(IncomingFile file, EvidenceBlob? known, CancellationToken cancellationToken)
    {
        await store.Keep(file, cancellationToken);

        return known is null || known.NeedsScan ? await Scan(file.Sha256, cancellationToken) : null;
    }

    internal async Task<ScanVerdict> Scan(string sha256, CancellationToken cancellationToken)
    {
        await using var content = await store.Open(sha256, cancellationToken);

        return await scanner.Scan(content, cancellationToken);
    }

    internal Task Discard(EvidenceUpload upload) => store.Discard(upload.Id);
}
