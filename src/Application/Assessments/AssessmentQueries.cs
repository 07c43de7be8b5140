using Compliance.Application.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Instruments;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

/// <summary>Reads assessments for the caller: lists, single ones, and the result of each change.</summary>
internal sealed class AssessmentQueries(IComplianceDb db, SheetQueries sheets, ProgressQueries progress, RequestContext context)
{
    public async Task<AssessmentDetails> Details(Guid id, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(id, cancellationToken);
        var row = await db.AssessmentsWithNames().SingleAsync(each => each.Assessment.Id == open.Assessment.Id, cancellationToken);
        var line = (await Lines([row], cancellationToken)).Single();
        var (answered, required) = ScoreCalculator.Score(open.Sheet.ToScoreSheet()).Completeness;

        return new(
            line.Id,
            line.Cycle,
            line.Instrument,
            line.Unit,
            line.Institution,
            line.Office,
            line.Assessor,
            line.Techniques,
            await Subjects(open.Assessment, cancellationToken),
            await AssessedAt(open.Assessment, cancellationToken),
            line.Status,
            line.NotAssessed,
            line.Progress,
            line.Version,
            line.AllowedActions,
            open.Row.Version,
            new(answered, required));
    }

    public async Task<IReadOnlyList<AssessmentLine>> Lines(IReadOnlyList<AssessmentRow> rows, CancellationToken cancellationToken)
    {
        var progresses = await progress.Of(rows, cancellationToken);
        var addresses = await db.AddressesOf(rows.SelectMany(row => row.Assessment.Assignments).Select(assignment => assignment.AccountId), cancellationToken);

        return
        [
            .. rows.Select(row => new AssessmentLine(
                row.Assessment.Id.Value,
                row.Year,
                row.Instrument,
                row.Unit,
                row.Owner,
                row.Assessment.Office,
                row.Assessor,
                [.. row.Assessment.Assignments.OrderBy(assignment => assignment.Technique)
                    .Select(assignment => new TechniqueAssignment(assignment.Technique, addresses.GetValueOrDefault(assignment.AccountId)))],
                row.Assessment.Status,
                NotAssessedDetails.Of(row.Assessment),
                AssessmentProgressDetails.Of(progresses[row.Assessment.Id]),
                row.Assessment.Version,
                AssessmentRows.AllowedActions(row.Assessment, context.Caller))),
        ];
    }

    public async Task<SubjectCounts> Subjects(Assessment assessment, CancellationToken cancellationToken)
    {
        var offered = await db.ServiceUnits.Where(unit => unit.Id == assessment.UnitId)
            .SelectMany(unit => unit.Products)
            .Select(product => new { product.Id, product.Name })
            .ToDictionaryAsync(product => product.Id, product => product.Name, cancellationToken);
        var subjects = Enumerable.Range(1, assessment.Planned.Products).Select(number => new Subject(SubjectKind.Product, number));

        return new([.. subjects.Select(Show)], assessment.Planned.Respondents, assessment.Planned.Officials);

        PlannedProduct Show(Subject subject)
        {
            var product = assessment.Locus.ProductOf(subject);

            return new(subject.ToString(), product?.Value, product is { } known ? offered.GetValueOrDefault(known) : null);
        }
    }

    public async Task<GeoLocationDetails?> AssessedAt(Assessment assessment, CancellationToken cancellationToken) => assessment.AssessedAt is { } code
        ? new(code, await db.Regions.Where(region => region.Code == code).Select(region => region.Name).SingleAsync(cancellationToken), assessment.AssessedAtNote)
        : null;
}
