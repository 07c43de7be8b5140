using Compliance.Application.Access;
using Compliance.Application.Cycles;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Application.Scoring;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Clarifications;

/// <summary>Returns what an institution may see of its units before a cycle is decided, and its own comments.</summary>
[Needs(Permission.ReadOwnInstitution)]
public sealed record GetClarifications(string Institution, int Year, Language Language) : IRequest<InstitutionClarifications>;

/// <param name="Units">The units whose assessment is verified, with their provisional scores; empty once the period is over.</param>
public sealed record InstitutionClarifications(
    ClarificationWindow Window, InstitutionRef Institution, IReadOnlyList<ProvisionalUnit> Units, IReadOnlyList<ClarificationDetails> Clarifications);

public sealed record ProvisionalUnit(UnitRef Unit, ScoreCardDetails Score);

internal sealed class GetClarificationsHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context, TimeProvider clock)
    : IRequestHandler<GetClarifications, InstitutionClarifications>
{
    public async Task<InstitutionClarifications> Handle(GetClarifications request, CancellationToken cancellationToken)
    {
        var institution = await db.LoadOwnInstitution(request.Institution, request.Year, context.Caller, cancellationToken);
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var window = ClarificationWindow.Of(cycle, clock.GetUtcNow());

        if (window.Until is null)
        {
            throw new NotFoundException(ResourceKind.ClarificationPeriod, request.Year);
        }

        var written = await db.ClarificationsWithUnits()
            .Where(row => row.Clarification.CycleId == cycle.Id && row.Clarification.Institution == institution.Code)
            .OrderBy(row => row.Clarification.Id)
            .ToListAsync(cancellationToken);

        return new(
            window,
            new(institution.Code, institution.Name, institution.Kind, institution.Province),
            window.Open ? await Units(cycle, institution, request.Language, cancellationToken) : [],
            [.. written.Select(row => row.ToDetails())]);
    }

    /// <summary>The institution sees no assessment, only the scores: no names, evidence or remarks.</summary>
    private async Task<IReadOnlyList<ProvisionalUnit>> Units(Cycle cycle, Institution institution, Language language, CancellationToken cancellationToken)
    {
        var known = await library.Get(db, cycle.Instrument, cancellationToken);
        var rows = await (
            from assessment in db.Assessments.IgnoreQueryFilters().AsNoTracking()
            join unit in db.ServiceUnits on assessment.UnitId equals unit.Id
            join sheet in db.Sheets on assessment.Id equals sheet.AssessmentId
            where assessment.CycleId == cycle.Id
                && unit.InstitutionId == institution.Id
                && (assessment.Status == AssessmentStatus.Verified || assessment.Status == AssessmentStatus.Final)
            orderby unit.Name, unit.Id
            select new { assessment, unit.Name, sheet }).ToListAsync(cancellationToken);

        return
        [
            .. rows.Select(row => new ProvisionalUnit(
                new(row.assessment.UnitId.Value, row.Name),
                ScoreCardDetails.Of(
                    ScoreCalculator.Explain(row.sheet.ToSheet(known.Instrument, row.assessment.Planned).ToScoreSheet()), known, language, trace: false))),
        ];
    }
}
