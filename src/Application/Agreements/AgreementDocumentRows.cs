using Compliance.Application.Evidence;
using Compliance.Domain.Agreements;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Agreements;

/// <summary>A document of an agreement, without its content.</summary>
/// <param name="Withheld">Whether the file cannot be downloaded, because it has not been scanned yet or was found harmful.</param>
/// <param name="Current">Whether it has not been replaced.</param>
/// <param name="AddedBy">An e-mail address; null once the account is erased.</param>
public sealed record AgreementDocumentDetails(
    Guid Id,
    Guid Agreement,
    AgreementDocumentKind Kind,
    string Title,
    bool Withheld,
    bool Current,
    EvidenceFile? File,
    string? Link,
    Guid? Replaces,
    Guid? ReplacedBy,
    string? AddedBy,
    DateTimeOffset AddedAt,
    int Version);

internal static class AgreementDocumentRows
{
    /// <summary>Returns the documents of an agreement with the data to show them; none if the caller may not see the agreement.</summary>
    public static IQueryable<AgreementDocumentRow> DocumentsOf(this IComplianceDb db, AgreementId agreement) =>
        from document in db.AgreementDocuments.AsNoTracking()
        join blob in db.EvidenceBlobs on document.Sha256 equals blob.Sha256 into files
        from file in files.DefaultIfEmpty()
        join account in db.Accounts on document.AddedBy equals account.Id
        where document.AgreementId == agreement
        select new AgreementDocumentRow { Document = document, File = file, AddedBy = account.Email };

    public static async Task<AgreementDocumentRow> FindDocument(
        this IComplianceDb db, Guid agreementId, Guid documentId, CancellationToken cancellationToken)
    {
        var id = AgreementDocumentId.From(documentId);

        return await db.DocumentsOf(AgreementId.From(agreementId)).SingleOrDefaultAsync(each => each.Document.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.AgreementDocument, documentId);
    }
}

internal sealed record AgreementDocumentRow
{
    public required AgreementDocument Document { get; init; }

    public required EvidenceBlob? File { get; init; }

    public required string? AddedBy { get; init; }

    public AgreementDocumentDetails ToDetails() => new(
        Document.Id.Value,
        Document.AgreementId.Value,
        Document.Kind,
        Document.Title,
        (File?.Scan).IsWithheld(),
        Document.ReplacedBy is null,
        File is null ? null : new(Document.FileName, File.Kind.MediaType(), File.Size, File.Sha256, File.Scan, File.Threat),
        Document.Link,
        Document.Replaces?.Value,
        Document.ReplacedBy?.Value,
        AddedBy,
        Document.AddedAt,
        Document.Version);
}
