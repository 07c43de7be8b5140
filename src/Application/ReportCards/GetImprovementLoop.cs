using Compliance.Application.Access;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Application.Results;
using Compliance.Domain.Access;
using Compliance.Domain.Commitments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Obligations;
using Compliance.Domain.ReportCards;

namespace Compliance.Application.ReportCards;

/// <summary>Shows for each finding whether its correction was promised and achieved, and whether it was found again.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record GetImprovementLoop(string Institution, int Year, Language Language) : IRequest<ImprovementLoop>;

/// <param name="Known">Whether the answers behind the result are known; those of imported results are not.</param>
/// <param name="NextYear">The next year with a result; null if there is none yet.</param>
/// <param name="NextKnown">Whether the answers behind that result are known.</param>
public sealed record ImprovementLoop(
    InstitutionRef Institution, int Year, bool Known, int? NextYear, bool NextKnown, IReadOnlyList<LoopFinding> Findings);

/// <param name="Achievement">The mean over the units to which the indicator applied, from 0 to 1.</param>
/// <param name="Units">At how many of these units it is a finding.</param>
/// <param name="Commitments">The institution's commitments that address it and that the caller may see.</param>
/// <param name="NextAchievement">The achievement in the next result, if known.</param>
public sealed record LoopFinding(
    string Indicator,
    string Name,
    Theme Theme,
    decimal Achievement,
    int Units,
    IReadOnlyList<LoopCommitment> Commitments,
    decimal? NextAchievement,
    decimal? Change);

public sealed record LoopCommitment(Guid Id, string Title, Guid Agreement, string PersonInCharge, DateOnly LastDueOn, ObligationStatus Status, bool Late);

internal sealed class GetImprovementLoopHandler(IComplianceDb db, InstrumentLibrary library, TimeProvider clock)
    : IRequestHandler<GetImprovementLoop, ImprovementLoop>
{
    public async Task<ImprovementLoop> Handle(GetImprovementLoop request, CancellationToken cancellationToken)
    {
        var institution = await db.Institutions.LoadByCode(request.Institution, cancellationToken);
        var years = await db.Current()
            .Where(result => result.InstitutionId == institution.Id && result.UnitId == null && result.Year >= request.Year)
            .OrderBy(result => result.Year)
            .Select(result => new { result.Year, result.Instrument })
            .Take(2)
            .ToListAsync(cancellationToken);

        if (years is not [var first, ..] || first.Year != request.Year)
        {
            throw new NotFoundException(ResourceKind.Result, $"{request.Institution}/{request.Year}");
        }

        var nextYear = years.Count > 1 ? years[1].Year : (int?)null;
        var outcomes = await db.IndicatorResultsOf(institution.Id, request.Year, cancellationToken);
        var next = nextYear is { } later ? await db.IndicatorResultsOf(institution.Id, later, cancellationToken) : [];
        var instrument = (await library.Get(db, first.Instrument, cancellationToken)).Instrument;
        var promised = await CommitmentsOn(institution.Id, request.Year, cancellationToken);

        return new(
            new(institution.Code, institution.Name, institution.Kind, institution.Province),
            request.Year,
            outcomes.Count > 0,
            nextYear,
            next.Count > 0,
            [.. ImprovementLoops.Of(instrument, outcomes, next).Select(finding => Show(finding, promised[finding.Indicator.Code], request.Language))]);
    }

    private static decimal? Round(decimal? share) => share is { } value ? Figures.Share(value) : null;

    private async Task<ILookup<string, Commitment>> CommitmentsOn(InstitutionId institution, int year, CancellationToken cancellationToken)
    {
        var commitments = await db.Commitments.AsNoTracking().Include(each => each.Deadlines)
            .Where(each => each.InstitutionId == institution && each.Indicator != null && (each.FindingYear == null || each.FindingYear == year))
            .OrderBy(each => each.Id)
            .ToListAsync(cancellationToken);

        return commitments.ToLookup(each => each.Indicator!, StringComparer.Ordinal);
    }

    private LoopFinding Show(FindingTrend finding, IEnumerable<Commitment> commitments, Language language) => new(
        finding.Indicator.Code,
        finding.Indicator.Name.In(language),
        finding.Indicator.Theme!.Value,
        Figures.Share(finding.Achievement),
        finding.Units,
        [.. commitments.Select(Show)],
        Round(finding.Next),
        Round(finding.Change));

    private LoopCommitment Show(Commitment commitment)
    {
        var today = IndonesianTime.DayOf(clock.GetUtcNow(), IndonesianTime.ZoneOf(commitment.Office));

        return new(
            commitment.Id.Value,
            commitment.Title,
            commitment.AgreementId.Value,
            commitment.PersonInCharge,
            commitment.Deadlines.Max(each => each.DueOn),
            commitment.StatusOn(today),
            commitment.Deadlines.Any(each => each.DaysLateOn(today) > 0));
    }
}
