using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Assessments;

/// <summary>An assessment in a list, with what a reader needs beside it.</summary>
/// <param name="Office">The office that assesses the unit: a province code, or 00 for head office.</param>
/// <param name="Assessor">The e-mail address of whom it is assigned to.</param>
public sealed record AssessmentLine(
    Guid Id,
    int Cycle,
    string Instrument,
    UnitRef Unit,
    InstitutionRef Institution,
    string Office,
    string? Assessor,
    AssessmentStatus Status,
    IReadOnlyList<string> AllowedActions);

public sealed record UnitRef(Guid Id, string Name);

internal static class AssessmentRows
{
    /// <summary>What a caller may do with an assessment in its present state.</summary>
    public static IReadOnlyList<string> AllowedActions(Assessment assessment, Caller caller) =>
        assessment.Status is AssessmentStatus.Planned or AssessmentStatus.Collecting && assessment.MayBeAnsweredBy(caller) ? ["putAnswers"] : [];

    public static IQueryable<AssessmentRow> AssessmentsWithNames(this IComplianceDb db) =>
        from assessment in db.Assessments.AsNoTracking()
        join cycle in db.Cycles on assessment.CycleId equals cycle.Id
        join unit in db.ServiceUnits on assessment.UnitId equals unit.Id
        join institution in db.Institutions on unit.InstitutionId equals institution.Id
        join account in db.Accounts on assessment.AssessorId equals (AccountId?)account.Id into assigned
        from assessor in assigned.DefaultIfEmpty()
        select new AssessmentRow
        {
            Assessment = assessment,
            Year = cycle.Year,
            Instrument = cycle.Instrument,
            UnitName = unit.Name,
            Institution = institution,
            Assessor = assessor == null ? null : assessor.Email,
            AssessorKey = assessor == null ? null : assessor.EmailKey,
        };

    /// <summary>
    /// An assessment with its instrument and its sheet, which is empty until the first answer. Its chain in the
    /// audit comes along, so that a write needs no further query.
    /// </summary>
    public static async Task<OpenSheet> OpenSheet(
        this IComplianceDb db, InstrumentLibrary library, Guid assessmentId, CancellationToken cancellationToken)
    {
        var id = AssessmentId.From(assessmentId);
        var resource = Assessment.ResourceOf(id);
        var row = await (
            from assessment in db.Assessments
            join cycle in db.Cycles on assessment.CycleId equals cycle.Id
            join sheet in db.Sheets on assessment.Id equals sheet.AssessmentId
            from chain in db.AuditChains.Where(chain => chain.Resource == resource).DefaultIfEmpty()
            where assessment.Id == id
            select new { assessment, cycle.Instrument, sheet, chain }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException(nameof(Assessment), assessmentId);
        var known = await library.Get(db, row.Instrument, cancellationToken);

        return new(row.assessment, row.sheet, row.sheet.Open(known.Instrument), known);
    }
}

internal sealed record OpenSheet(Assessment Assessment, SheetRow Row, Sheet Sheet, KnownInstrument Known);

internal sealed record AssessmentRow
{
    public required Assessment Assessment { get; init; }

    public required int Year { get; init; }

    public required string Instrument { get; init; }

    public required string UnitName { get; init; }

    public required Institution Institution { get; init; }

    public required string? Assessor { get; init; }

    public required string? AssessorKey { get; init; }

    public AssessmentLine ToLine(Caller caller) => new(
        Assessment.Id.Value,
        Year,
        Instrument,
        new(Assessment.UnitId.Value, UnitName),
        new(Institution.Code, Institution.Name, Institution.Kind, Institution.Province),
        Assessment.Office,
        Assessor,
        Assessment.Status,
        AssessmentRows.AllowedActions(Assessment, caller));
}
