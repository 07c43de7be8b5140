using Compliance.Application.Access;
using Compliance.Application.Evidence;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Agreements;

/// <summary>Adds a file or a link to an agreement, or replaces a document by it.</summary>
/// <param name="Read">Reads the request body; called only after the caller's permission has been checked.</param>
[Needs(Permission.ManageAgreements)]
public sealed record AddAgreementDocument(Guid AgreementId, Func<CancellationToken, Task<SentDocument>> Read) : IRequest<AgreementDocumentDetails>;

internal sealed class AddAgreementDocumentHandler(IComplianceDb db, EvidenceIntake intake, EvidenceQuotaChecks quotas, RequestContext context, TimeProvider clock)
    : IRequestHandler<AddAgreementDocument, AgreementDocumentDetails>
{
    public async Task<AgreementDocumentDetails> Handle(AddAgreementDocument request, CancellationToken cancellationToken)
    {
        var agreement = await db.FindAgreement(AgreementId.From(request.AgreementId), cancellationToken);
        Rule.Require(context.Caller.MayAt(Permission.ManageAgreements, agreement.Office), AccessErrors.OutsideScope);
        await using var sent = await request.Read(cancellationToken);
        var offer = sent.ToOffer();
        Rule.RequireNone(await Faults(agreement.Id, offer, cancellationToken), AgreementErrors.DocumentRefused);
        var id = EntityId.GivenOrNew<AgreementDocumentId>(sent.Id, clock.GetUtcNow());
        var kind = sent.File is null ? (ContentKind?)null : EvidenceIntake.Recognise(sent.File, sent.MediaType, sent.FileName);

        if (!await IsRepeated(id, agreement.Id, offer, cancellationToken))
        {
            await quotas.RequireRoom(agreement.Id, sent.File?.Size ?? 0, cancellationToken);
            var verdict = sent.File is null ? null : await intake.Keep(sent.File, await db.FindBlob(sent.File.Sha256, cancellationToken), cancellationToken);
            var blob = sent.File is null ? null : new EvidenceBlob(sent.File.Sha256, sent.File.Size, kind!.Value, clock.GetUtcNow());
            await db.RetryOnConflict(ConflictRetries.UsualAttempts, () => Store(id, agreement.Id, offer, blob, verdict, cancellationToken));
        }

        return (await db.FindDocument(request.AgreementId, id.Value, cancellationToken)).ToDetails();
    }

    private async Task<IReadOnlyList<Fault>> Faults(AgreementId agreement, DocumentOffer offer, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();

        if (offer.Link is { } link && EvidenceLink.Check(link) is { } error)
        {
            faults.Add(error.At("/link"));
        }

        if (offer.Replaces is { } old && !await db.AgreementDocuments.AnyAsync(each => each.Id == old && each.AgreementId == agreement, cancellationToken))
        {
            faults.Add(AgreementErrors.UnknownDocument.At("/replaces"));
        }

        return faults;
    }

    private async Task Store(
        AgreementDocumentId id, AgreementId agreement, DocumentOffer offer, EvidenceBlob? received, ScanVerdict? verdict, CancellationToken cancellationToken)
    {
        if (await IsRepeated(id, agreement, offer, cancellationToken))
        {
            return;
        }

        await quotas.RequireRoom(agreement, received?.Size ?? 0, cancellationToken);
        var now = clock.GetUtcNow();
        var replaced = offer.Replaces is { } old ? await db.AgreementDocuments.SingleAsync(each => each.Id == old, cancellationToken) : null;

        if (received is not null)
        {
            await db.Keep(received, verdict, now, cancellationToken);
        }

        db.AgreementDocuments.Add(AgreementDocument.Add(id, agreement, offer, replaced, AccountId.From(context.Caller.Id!.Value), now));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<bool> IsRepeated(AgreementDocumentId id, AgreementId agreement, DocumentOffer offer, CancellationToken cancellationToken) =>
        await db.AgreementDocuments.FindRepeated(each => each.Id == id, each => each.SaysTheSameAs(agreement, offer), cancellationToken) is not null;
}
