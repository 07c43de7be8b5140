using System.Runtime.CompilerServices;
using Compliance.Application.Clarifications;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Decisions;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Decisions;

/// <summary>What a decision on a cycle is about.</summary>
internal static class DecidableUnits
{
    /// <summary>What has to be settled before results can be adopted or decided.</summary>
    public static async Task<IReadOnlyList<Fault>> UnsettledOf(this IComplianceDb db, Cycle cycle, DateOnly today, CancellationToken cancellationToken)
    {
        var assessments = db.Assessments.AsNoTracking().IgnoreQueryFilters().Where(assessment => assessment.CycleId == cycle.Id);
        Rule.Require(await assessments.AnyAsync(cancellationToken), CycleErrors.NothingAssessed);
        var open = await (
            from assessment in assessments
            where assessment.Status != AssessmentStatus.Verified && assessment.Status != AssessmentStatus.NotAssessed
            join unit in db.ServiceUnits on assessment.UnitId equals unit.Id
            orderby assessment.Id
            select new { assessment.Id, unit.Name, assessment.Status }).ToListAsync(cancellationToken);

        var unanswered = await db.UnansweredClarifications(cycle.Id, cancellationToken);

        return
        [
            .. cycle.TakesClarificationsOn(today) ? [CycleErrors.ClarificationsOpen.At("/clarification")] : Array.Empty<Fault>(),
            .. unanswered.Select(id => CycleErrors.ClarificationUnanswered.At($"/clarifications/{id.Value}")),
            .. open.Select(each => CycleErrors.AssessmentOpen(each.Name, each.Status).At($"/assessments/{each.Id.Value}")),
        ];
    }

    /// <summary>Every unit of a cycle, institution after institution, read as they are needed.</summary>
    public static async IAsyncEnumerable<(Institution Institution, IReadOnlyList<DecidableUnit> Units)> InstitutionsOf(
        this IComplianceDb db, Cycle cycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Institution? institution = null;
        List<DecidableUnit> units = [];

        await foreach (var row in db.UnitRows(cycle).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (institution is not null && institution.Id != row.Institution.Id)
            {
                yield return (institution, units);
                units = [];
            }

            institution = row.Institution;
            units.Add(row);
        }

        if (institution is not null)
        {
            yield return (institution, units);
        }
    }

    /// <summary>What the newest decision of a cycle says of an institution.</summary>
    public static async Task<DecidedContent?> NewestContent(
        this IComplianceDb db, CycleId cycle, InstitutionId institution, CancellationToken cancellationToken) => (await (
            from decided in db.DecidedInstitutions.AsNoTracking()
            join decision in db.Decisions on decided.DecisionId equals decision.Id
            where decided.InstitutionId == institution && decision.CycleId == cycle
            orderby decision.Ordinal descending
            select decided).FirstOrDefaultAsync(cancellationToken))?.Content;

    /// <summary>All of a cycle, whoever asks: those who decide see everything, and what is announced everybody may compute.</summary>
    public static IQueryable<DecidableUnit> UnitRows(this IComplianceDb db, Cycle cycle) =>
        from assessment in db.Assessments.AsNoTracking().IgnoreAutoIncludes().IgnoreQueryFilters()
        where assessment.CycleId == cycle.Id
        join unit in db.ServiceUnits on assessment.UnitId equals unit.Id
        join institution in db.Institutions on unit.InstitutionId equals institution.Id
        join sheet in db.Sheets on assessment.Id equals sheet.AssessmentId
        orderby institution.Code, unit.Id
        select new DecidableUnit
        {
            Institution = institution,
            Unit = unit.Id,
            Name = unit.Name,
            Assessment = assessment.Id,
            NotAssessed = assessment.NotAssessedReason,
            Planned = assessment.Planned,
            Answers = sheet.Answers,
        };
}

internal sealed record DecidableUnit
{
    public required Institution Institution { get; init; }

    public required ServiceUnitId Unit { get; init; }

    public required string Name { get; init; }

    public required AssessmentId Assessment { get; init; }

    public required Domain.Results.NotAssessedReason? NotAssessed { get; init; }

    public required Domain.Scoring.PlannedSubjects Planned { get; init; }

    public required IReadOnlyList<StoredAnswer> Answers { get; init; }

    public UnitInput ToInput() => new(
        Unit, Assessment, NotAssessed, Planned, NotAssessed is null ? [.. Answers.Select(stored => stored.Answer)] : []);
}
