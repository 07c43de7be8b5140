using Compliance.Application.Access;
using Compliance.Application.Instruments;
using Compliance.Domain.Access;
using Compliance.Domain.Scoring;

namespace Compliance.Application.Assessments;

/// <summary>Returns the fewest indicators that lift a unit into a zone or category, with the gain of each.</summary>
[Needs(Permission.ReadAssessments)]
public sealed record ListImprovements(Guid AssessmentId, string? Target, Language Language) : IRequest<ImprovementPlanDetails>;

/// <param name="Score">The score of the answers so far.</param>
/// <param name="Reachable">False if the target cannot be reached even with every indicator at its best.</param>
/// <param name="Items">Largest gain first; empty if the target is already reached.</param>
/// <param name="ScoreAfter">The score after all these improvements.</param>
public sealed record ImprovementPlanDetails(
    TargetDetails Target, decimal? Score, ZoneLabel? Zone, bool Reached, bool Reachable, IReadOnlyList<ImprovementLine> Items, decimal? ScoreAfter);

/// <param name="From">The lowest score of the target, in points.</param>
public sealed record TargetDetails(string Code, decimal From, CategoryLabel Category, ZoneLabel? Zone);

/// <param name="Gain">In points, with two decimals for display.</param>
public sealed record ImprovementLine(string Indicator, string Name, decimal? Achievement, decimal? BestAchievement, decimal? Gain, decimal ScoreAfter);

internal sealed class ListImprovementsValidator : AbstractValidator<ListImprovements>
{
    public ListImprovementsValidator() => RuleFor(request => request.Target).Required();
}

internal sealed class ListImprovementsHandler(SheetQueries sheets) : IRequestHandler<ListImprovements, ImprovementPlanDetails>
{
    public async Task<ImprovementPlanDetails> Handle(ListImprovements request, CancellationToken cancellationToken)
    {
        var open = await sheets.Open(request.AssessmentId, cancellationToken);
        var plan = Improvements.Find(open.Sheet.ToScoreSheet(), request.Target!);
        var language = request.Language;

        return new(
            new(request.Target!, plan.Target.From, new(plan.Target.Category, plan.Target.Label.In(language)), ZoneLabel.Of(plan.Target.Zone, language)),
            plan.Now?.Score.Value,
            ZoneLabel.Of(plan.Now?.Band.Zone, language),
            plan.Reachable && plan.Steps.Count == 0,
            plan.Reachable,
            [
                .. plan.Steps.Select(step => new ImprovementLine(
                    step.Indicator.Code,
                    step.Indicator.Name.In(language),
                    Scoring.DisplayRounding.Achievement(step.Achievement),
                    Scoring.DisplayRounding.Achievement(step.BestAchievement),
                    Scoring.DisplayRounding.Points(step.Gain),
                    step.ScoreAfter.Value)),
            ],
            plan.Steps.Count > 0 ? plan.Steps[^1].ScoreAfter.Value : plan.Now?.Score.Value);
    }
}
