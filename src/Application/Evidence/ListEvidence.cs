using System.Globalization;
using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Evidence;

namespace Compliance.Application.Evidence;

/// <summary>Lists the evidence of an assessment in the order received, including pieces that are no longer current.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record ListEvidence(Guid AssessmentId, string? Indicator, string? Subject, Paging Paging) : IRequest<Page<EvidenceDetails>>;

internal sealed class ListEvidenceHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context) : IRequestHandler<ListEvidence, Page<EvidenceDetails>>
{
    public async Task<Page<EvidenceDetails>> Handle(ListEvidence request, CancellationToken cancellationToken)
    {
        var about = await db.LoadForEvidence(library, request.AssessmentId, cancellationToken);
        var rows = db.EvidenceOf(about.Assessment.Id);

        if (request.Indicator is not null || request.Subject is not null)
        {
            rows = rows.Where(row => row.Piece.Observations.Any(observation =>
                (request.Indicator == null || observation.Indicator == request.Indicator) && (request.Subject == null || observation.Subject == request.Subject)));
        }

        if (request.Paging.After is { } cursor)
        {
            var (at, id) = (cursor.Part<DateTimeOffset>(0), EvidenceId.From(cursor.Part<Guid>(1)));
            rows = rows.Where(row => row.Piece.ReceivedAt > at || (row.Piece.ReceivedAt == at && row.Piece.Id > id));
        }

        var page = await rows.OrderBy(row => row.Piece.ReceivedAt).ThenBy(row => row.Piece.Id).Take(request.Paging.Limit + 1).ToListAsync(cancellationToken);

        return request.Paging.Cut(
            page,
            row => row.ToDetails(about.Assessment, context.Caller),
            row => new(row.Piece.ReceivedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), row.Piece.Id.Value.ToString()),
            new(Instrument: about.Instrument.Code));
    }
}
