using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Commitments;

/// <summary>Records a progress report of the obligated side. Repeating it with the same id changes nothing.</summary>
/// <param name="Id">Chosen by the client, so that the request can be repeated safely.</param>
/// <param name="Proof">A link.</param>
/// <param name="Document">The id of a document of the agreement that serves as the proof.</param>
/// <param name="Done">Whether the deadline is met; if left out, it is met once the value reaches the target.</param>
/// <param name="DueOn">Which deadline; if left out, the earliest open one.</param>
[Needs(Permission.ReportProgress)]
public sealed record ReportProgress(
    Guid Commitment, Guid? Id, DateOnly? On, decimal? Value, string? Text, string? Proof, Guid? Document, bool? Done, DateOnly? DueOn) : IRequest<ProgressDetails>, IRepeatable;

internal sealed class ReportProgressValidator : AbstractValidator<ReportProgress>
{
    public ReportProgressValidator()
    {
        RuleFor(request => request.On).Required();
        RuleFor(request => request.Value).Figure();
        RuleFor(request => request.Text).Required().When(request => request.Value is null);
        RuleFor(request => request.Text).Lines(PlainText.NoteLength);
    }
}

internal sealed class ReportProgressHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<ReportProgress, ProgressDetails>
{
    public async Task<ProgressDetails> Handle(ReportProgress request, CancellationToken cancellationToken)
    {
        var (commitment, agreement) = await db.LoadCommitment(request.Commitment, cancellationToken);
        var names = await db.NamesOf(agreement, [commitment], cancellationToken);
        Rule.Require(names.SidesOf(commitment).MayReport(context.Caller), AccessErrors.OutsideScope);
        Rule.RequireNone(await Faults(request, agreement.Id, cancellationToken), CommitmentErrors.ProgressRefused);
        var now = clock.GetUtcNow();
        var id = EntityId.GivenOrNew<ProgressReportId>(request.Id, now);
        var progress = new ProgressContent(request.On!.Value, request.Value, request.Text, request.Proof, DocumentOf(request), request.Done, request.DueOn);

        if (await db.ProgressReports.FindRepeated(
            each => each.Id == id,
            each => each.CommitmentId == commitment.Id && each.SaysTheSameAs(progress, commitment.DeadlineOf(each).DueOn),
            cancellationToken) is { } existing)
        {
            return names.Show(commitment, existing);
        }

        var report = commitment.Report(id, progress, AccountId.From(context.Caller.Id!.Value), now, names.MeasureOf(commitment));
        db.ProgressReports.Add(report);
        await db.SaveChangesAsync(cancellationToken);

        return names.Show(commitment, report);
    }

    private static AgreementDocumentId? DocumentOf(ReportProgress request) => request.Document is { } given ? AgreementDocumentId.From(given) : null;

    private async Task<IReadOnlyList<Fault>> Faults(ReportProgress request, AgreementId agreement, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();

        if (request.Proof is { } link && EvidenceLink.Check(link) is { } error)
        {
            faults.Add(error.At("/proof"));
        }

        if (DocumentOf(request) is { } document
            && !await db.AgreementDocuments.AnyAsync(each => each.Id == document && each.AgreementId == agreement, cancellationToken))
        {
            faults.Add(AgreementErrors.UnknownDocument.At("/document"));
        }

        return faults;
    }
}
