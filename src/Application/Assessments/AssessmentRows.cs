using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;

namespace Compliance.Application.Assessments;

/// <summary>An assessment in a list.</summary>
/// <param name="Office">The office that is responsible for the unit: a province code, or 00 for head office.</param>
/// <param name="Assessor">The e-mail address of the assessor to whom the whole unit is assigned.</param>
/// <param name="Techniques">The assessors to whom single techniques are assigned.</param>
/// <param name="NotAssessed">Why the unit is not assessed; null if it is assessed.</param>
/// <param name="Version">Counts the changes of plan, assignment and status; the version to send in <c>If-Match</c>.</param>
public sealed record AssessmentLine(
    Guid Id,
    int Cycle,
    string Instrument,
    UnitRef Unit,
    InstitutionRef Institution,
    string Office,
    string? Assessor,
    IReadOnlyList<TechniqueAssignment> Techniques,
    AssessmentStatus Status,
    NotAssessedDetails? NotAssessed,
    AssessmentProgressDetails Progress,
    int Version,
    IReadOnlyList<string> AllowedActions);

/// <param name="Assessor">The e-mail address of the assessor to whom it is assigned.</param>
public sealed record TechniqueAssignment(Technique Technique, string? Assessor);

public sealed record NotAssessedDetails(NotAssessedReason Reason, string? Note)
{
    internal static NotAssessedDetails? Of(Assessment assessment) =>
        assessment.NotAssessedReason is { } reason ? new(reason, assessment.NotAssessedNote) : null;
}

/// <summary>The progress of an assessment.</summary>
public sealed record AssessmentProgressDetails(AssessmentStage Stage, ProgressCount Entered, ProgressCount Evidenced, ProgressCount Reviewed, bool Final)
{
    internal static AssessmentProgressDetails Of(AssessmentProgress progress) =>
        new(progress.Stage, progress.Entered, progress.Evidenced, progress.Reviewed, progress.IsFinal);
}

internal static class AssessmentRows
{
    /// <summary>Returns what a caller may do with an assessment in its current state.</summary>
    public static IReadOnlyList<string> AllowedActions(Assessment assessment, Caller caller) =>
        [.. assessment.ActionsFor(caller).Select(action => action.ToCamelCase())];

    public static IQueryable<AssessmentRow> AssessmentsWithNames(this IComplianceDb db) =>
        from assessment in db.Assessments.AsNoTracking()
        join cycle in db.Cycles on assessment.CycleId equals cycle.Id
        join unit in db.ServiceUnits on assessment.UnitId equals unit.Id
        join institution in db.Institutions on unit.InstitutionId equals institution.Id
        join sheet in db.Sheets on assessment.Id equals sheet.AssessmentId
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
            SheetVersion = sheet.Version,
        };
}

internal sealed record AssessmentRow
{
    public required Assessment Assessment { get; init; }

    public required int Year { get; init; }

    public required string Instrument { get; init; }

    public required string UnitName { get; init; }

    public required Institution Institution { get; init; }

    public required string? Assessor { get; init; }

    public required int SheetVersion { get; init; }

    public UnitRef Unit => new(Assessment.UnitId.Value, UnitName);

    public InstitutionRef Owner => new(Institution.Code, Institution.Name, Institution.Kind, Institution.Province);
}
