using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Application.Evidence;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Evidence;
using Compliance.Domain.Instruments;
using Compliance.Domain.SecondScorings;

namespace Compliance.Application.SecondScorings;

/// <summary>Returns the form of a second scoring, without any answer of the first one.</summary>
[Needs(Permission.ScoreSecond)]
public sealed record GetSecondScoringForm(Guid Id, Language Language) : IRequest<SecondScoringForm>;

/// <param name="Items">Each planned observation; none contains an answer.</param>
/// <param name="Answers">The second scorer's own current answers.</param>
public sealed record SecondScoringForm(
    Guid Id,
    int Cycle,
    UnitRef Unit,
    InstitutionRef Institution,
    string Instrument,
    SubjectCounts Subjects,
    SecondScoringState State,
    int Version,
    IReadOnlyList<FormItem> Items,
    IReadOnlyList<AnswerInput> Answers,
    IReadOnlyList<BlindEvidence> Evidence);

/// <summary>A piece of evidence without its uploader and its review.</summary>
/// <param name="MediaType">The media type of a file; null for a link.</param>
public sealed record BlindEvidence(
    Guid Id, string? MediaType, string? FileName, string? Link, Technique? Technique, DateTimeOffset? CapturedAt, IReadOnlyList<Observation> Observations);

internal sealed class GetSecondScoringFormHandler(IComplianceDb db, InstrumentLibrary library, AssessmentQueries reading, RequestContext context)
    : IRequestHandler<GetSecondScoringForm, SecondScoringForm>
{
    public async Task<SecondScoringForm> Handle(GetSecondScoringForm request, CancellationToken cancellationToken)
    {
        var scoring = await db.LoadOwnSecondScoring(request.Id, null, context.Caller, cancellationToken);
        var hidden = await db.LoadHidden(library, scoring, cancellationToken);
        var shown = await db.SecondScoringsWithNames().SingleAsync(row => row.Scoring.Id == scoring.Id, cancellationToken);
        var (instrument, planned) = (hidden.Known.Instrument, hidden.Assessment.Planned);
        var empty = SheetRow.Empty(scoring.AssessmentId).ToSheet(instrument, planned);

        return new(
            request.Id,
            scoring.Year,
            shown.Unit,
            shown.Institution,
            instrument.Code,
            await reading.Subjects(hidden.Assessment, cancellationToken),
            scoring.State,
            scoring.Version,
            [.. new Form(instrument, planned, empty, request.Language).Items()],
            [.. scoring.Answers.Select(AnswerInput.Of)],
            await Evidence(scoring, cancellationToken));
    }

    private async Task<IReadOnlyList<BlindEvidence>> Evidence(SecondScoring scoring, CancellationToken cancellationToken)
    {
        var rows = await db.EvidenceOf(scoring.AssessmentId).IgnoreQueryFilters()
            .Where(row => row.Piece.ReplacedBy == null && row.Piece.WithdrawnAt == null)
            .OrderBy(row => row.Piece.ReceivedAt).ThenBy(row => row.Piece.Id)
            .ToListAsync(cancellationToken);

        return
        [
            .. rows.Select(row => new BlindEvidence(
                row.Piece.Id.Value,
                row.File?.Kind.MediaType(),
                row.Piece.FileName,
                row.Piece.Link,
                row.Piece.Technique,
                row.Piece.CapturedAt,
                [.. row.Piece.Observations.OrderBy(each => each.Indicator, StringComparer.Ordinal).ThenBy(each => each.Subject, StringComparer.Ordinal)])),
        ];
    }
}

/// <summary>A sampled assessment for the use cases of its second scoring; it is never shown to its scorer.</summary>
internal sealed record HiddenAssessment(Assessment Assessment, SheetRow Row, KnownInstrument Known);

internal static class HiddenAssessmentQueries
{
    public static async Task<HiddenAssessment> LoadHidden(
        this IComplianceDb db, InstrumentLibrary library, SecondScoring scoring, CancellationToken cancellationToken)
    {
        var row = await (
            from assessment in db.Assessments.IgnoreQueryFilters().AsNoTracking()
            join cycle in db.Cycles on assessment.CycleId equals cycle.Id
            join sheet in db.Sheets on assessment.Id equals sheet.AssessmentId
            where assessment.Id == scoring.AssessmentId
            select new { assessment, sheet, cycle.Instrument }).SingleAsync(cancellationToken);

        return new(row.assessment, row.sheet, await library.Get(db, row.Instrument, cancellationToken));
    }
}
