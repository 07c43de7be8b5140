using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>What becomes of the bytes of a file before anything is written down about it.</summary>
public sealed class EvidenceIntake(IEvidenceStore store, IScanner scanner, EvidenceSettings settings)
{
    /// <summary>The whole of a finished upload, as if it had come in one piece.</summary>
    internal async Task<IncomingFile> Receive(EvidenceUpload upload, CancellationToken cancellationToken)
    {
        upload.RequireComplete(await store.LengthOf(upload.Id, cancellationToken));
        await using var whole = await store.Open(upload.Id, cancellationToken);

        return await store.Receive(whole.ReadAsync, settings.MaxBytes, cancellationToken);
    }

    /// <summary>Judges by the content, and refuses what is not what it is called.</summary>
    internal static ContentKind Recognise(IncomingFile file, string? mediaType, string? fileName)
    {
        Rule.Require(file.Size > 0, EvidenceErrors.FileEmpty);
        var kind = ContentRecognition.Recognise(file.Head.Span);
        Rule.Require(kind is not null, EvidenceErrors.UnsupportedContent);
        var claimed = kind.Value.Contradiction(mediaType, fileName);

        return claimed is null ? kind.Value : throw new DomainException(EvidenceErrors.ContentMismatch(claimed, kind.Value));
    }

    /// <summary>Keeps the bytes, and has them scanned unless the same were before.</summary>
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
