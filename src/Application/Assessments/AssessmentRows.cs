using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Scoring;

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

    /// <summary>An assessment with its instrument and its sheet, which is empty until the first answer.</summary>
    public static async Task<OpenSheet> OpenSheet(
        this IComplianceDb db, InstrumentLibrary library, Guid assessmentId, CancellationToken cancellationToken)
    {
        var state = await db.ReadSheet(AssessmentId.From(assessmentId), cancellationToken)
            ?? throw new NotFoundException(nameof(Assessment), assessmentId);
        var known = await library.Get(db, state.Instrument, cancellationToken);

        return new(state, state.Row.ToSheet(known.Instrument, PlannedSubjects.Of(known.Instrument)), known);
    }
}

internal sealed record OpenSheet(SheetState State, Sheet Sheet, KnownInstrument Known)
{
    public Assessment Assessment => State.Assessment;

    public SheetRow Row => State.Row;

    /// <summary>What forbids this caller to change an answer now.</summary>
    public Func<Answer, Fault?> GateFor(Caller caller) => answer => AnswerGate.Check(Assessment.Status, answer);
}

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
