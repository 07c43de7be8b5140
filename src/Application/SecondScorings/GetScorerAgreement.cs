using Compliance.Application.Access;
using Compliance.Application.Accounts;
using Compliance.Application.Cycles;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.SecondScorings;

namespace Compliance.Application.SecondScorings;

/// <summary>Returns how far first and second scorers of a cycle agree, over its completed second scorings.</summary>
[Needs(Permission.ReadSecondScorings)]
public sealed record GetScorerAgreement(int Year, Language Language) : IRequest<InterRaterAgreementDetails>;

/// <param name="Assessors">Grouped by the assessor who sent the first answer.</param>
public sealed record InterRaterAgreementDetails(
    int Cycle,
    int Sampled,
    int Completed,
    AgreementFigures Total,
    IReadOnlyList<IndicatorInterRaterAgreement> Indicators,
    IReadOnlyList<AssessorInterRaterAgreement> Assessors);

/// <param name="Pairs">How many observations both have answered.</param>
/// <param name="Percentage">In per cent, with two decimals.</param>
/// <param name="Kappa">Cohen's kappa with four decimals; null if it is undefined, for the reason in undefined.</param>
public sealed record AgreementFigures(int Pairs, int Agreed, decimal? Percentage, decimal? Kappa, KappaUndefined? Undefined)
{
    internal static AgreementFigures Of(IEnumerable<ScoredPair> pairs)
    {
        var agreement = InterRaterAgreement.Of([.. pairs.Select(pair => (pair.First, pair.Second))]);

        return new(agreement.Pairs, agreement.Agreed, Rounding.HalfAwayFromZero(agreement.Percentage, 2), Rounding.HalfAwayFromZero(agreement.Kappa, 4), agreement.Undefined);
    }
}

public sealed record IndicatorInterRaterAgreement(string Indicator, string Name, AgreementFigures Figures);

/// <param name="Assessor">Null for answers that were not sent by an account.</param>
public sealed record AssessorInterRaterAgreement(AccountRef? Assessor, AgreementFigures Figures);

internal sealed class GetScorerAgreementHandler(IComplianceDb db, InstrumentLibrary library, RequestContext context) : IRequestHandler<GetScorerAgreement, InterRaterAgreementDetails>
{
    public async Task<InterRaterAgreementDetails> Handle(GetScorerAgreement request, CancellationToken cancellationToken)
    {
        Rule.Require(CycleScope.Of(context.Caller, Permission.ReadSecondScorings).Covers(request.Year), AccessErrors.OutsideScope);
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var instrument = (await library.Get(db, cycle.Instrument, cancellationToken)).Instrument;
        var completed = await db.SecondScorings.AsNoTracking()
            .Where(each => each.CycleId == cycle.Id && each.CompletedAt != null).OrderBy(each => each.Id).ToListAsync(cancellationToken);
        var pairs = completed.SelectMany(each => ScoredPair.Of(each, instrument)).ToList();
        var byIndicator = pairs.ToLookup(pair => pair.Indicator);
        var people = await db.AccountsOf(pairs.Select(pair => pair.FirstScorer), cancellationToken);

        return new(
            request.Year,
            await db.SecondScorings.CountAsync(each => each.CycleId == cycle.Id, cancellationToken),
            completed.Count,
            AgreementFigures.Of(pairs),
            [.. instrument.Indicators.Select(each => new IndicatorInterRaterAgreement(each.Code, each.Name.In(request.Language), AgreementFigures.Of(byIndicator[each.Code])))],
            [.. pairs.GroupBy(pair => pair.FirstScorer).OrderBy(group => group.Key).Select(group => new AssessorInterRaterAgreement(
                group.Key is { } account ? people.GetValueOrDefault(account) : null, AgreementFigures.Of(group)))]);
    }
}
