using System.Linq.Expressions;
using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>
/// Refuses what would exceed a quota (<see cref="EvidenceQuotas"/>). Requests at the same moment do not see each other, so a quota can be exceeded by as many
/// pieces as are received at once.
/// </summary>
public sealed class EvidenceQuotaChecks(IComplianceDb db, EvidenceSettings settings, RequestContext context, TimeProvider clock)
{
    private EvidenceQuotas Quotas => settings.Quotas;

    private AccountId Account => AccountId.From(context.Caller.Id!.Value);

    /// <param name="bytes">The size of the new piece; 0 for a link.</param>
    /// <param name="finished">The upload that becomes the piece, which no longer counts as unfinished.</param>
    internal async Task RequireRoom(AssessmentId assessment, long bytes, UploadId? finished, CancellationToken cancellationToken)
    {
        var pieces = await Used(PiecesOf(piece => piece.AssessmentId == assessment), cancellationToken);
        var uploads = await BytesOf(UploadsWithout(finished).Where(upload => upload.AssessmentId == assessment), cancellationToken);
        Require(pieces.Plus(uploads), bytes, Quotas.AssessmentPieces, Quotas.AssessmentBytes, EvidenceErrors.AssessmentQuota);
        await RequireAccount(bytes, finished, cancellationToken);
    }

    internal async Task RequireRoom(AgreementId agreement, long bytes, CancellationToken cancellationToken)
    {
        var used = await Used(DocumentsOf(document => document.AgreementId == agreement), cancellationToken);
        Require(used, bytes, Quotas.AgreementPieces, Quotas.AgreementBytes, EvidenceErrors.AgreementQuota);
        await RequireAccount(bytes, finished: null, cancellationToken);
    }

    internal async Task RequireUpload(AssessmentId assessment, long bytes, CancellationToken cancellationToken)
    {
        var account = Account;
        var unfinished = await UploadsWithout(null).CountAsync(upload => upload.UploaderId == account, cancellationToken);
        Rule.Require(unfinished < Quotas.AccountUploads, EvidenceErrors.TooManyUploads(Quotas.AccountUploads));
        await RequireRoom(assessment, bytes, finished: null, cancellationToken);
    }

    private async Task RequireAccount(long bytes, UploadId? finished, CancellationToken cancellationToken)
    {
        var account = Account;
        var evidence = await Used(PiecesOf(piece => piece.UploaderId == account), cancellationToken);
        var documents = await Used(DocumentsOf(document => document.AddedBy == account), cancellationToken);
        var uploads = await BytesOf(UploadsWithout(finished).Where(upload => upload.UploaderId == account), cancellationToken);
        var used = new Usage(evidence.Pieces + documents.Pieces, evidence.Bytes + documents.Bytes).Plus(uploads);
        Require(used, bytes, Quotas.AccountPieces, Quotas.AccountBytes, EvidenceErrors.AccountQuota);
    }

    private static void Require(Usage used, long bytes, long mostPieces, long mostBytes, Func<long, long, DomainError> error) =>
        Rule.Require(used.Pieces < mostPieces && bytes <= mostBytes - used.Bytes, error(mostPieces, mostBytes));

    private IQueryable<string?> PiecesOf(Expression<Func<EvidencePiece, bool>> filter) =>
        db.Evidence.IgnoreQueryFilters().AsNoTracking().Where(filter).Select(piece => piece.Sha256);

    private IQueryable<string?> DocumentsOf(Expression<Func<AgreementDocument, bool>> filter) =>
        db.AgreementDocuments.IgnoreQueryFilters().AsNoTracking().Where(filter).Select(document => document.Sha256);

    private IQueryable<EvidenceUpload> UploadsWithout(UploadId? finished)
    {
        var now = clock.GetUtcNow();

        return db.EvidenceUploads.IgnoreQueryFilters().AsNoTracking()
            .Where(upload => upload.EvidenceId == null && upload.ExpiresAt > now && (finished == null || upload.Id != finished));
    }

    private static Task<long> BytesOf(IQueryable<EvidenceUpload> uploads, CancellationToken cancellationToken) =>
        uploads.SumAsync(upload => upload.Size, cancellationToken);

    private async Task<Usage> Used(IQueryable<string?> hashes, CancellationToken cancellationToken)
    {
        var sizes =
            from hash in hashes
            join blob in db.EvidenceBlobs.AsNoTracking() on hash equals blob.Sha256
            select blob.Size;

        return new(await hashes.CountAsync(cancellationToken), await sizes.SumAsync(cancellationToken));
    }

    private readonly record struct Usage(long Pieces, long Bytes)
    {
        public Usage Plus(long bytes) => this with { Bytes = Bytes + bytes };
    }
}
