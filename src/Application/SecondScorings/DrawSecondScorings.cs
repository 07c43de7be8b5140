using System.Security.Cryptography;
using Compliance.Application.Access;
using Compliance.Application.Accounts;
using Compliance.Application.Cycles;
using Compliance.Domain.Access;
using Compliance.Domain.Assessments;
using Compliance.Domain.Cycles;
using Compliance.Domain.SecondScorings;

namespace Compliance.Application.SecondScorings;

/// <summary>Draws the sample of assessments that are scored a second time. Repeating it changes nothing.</summary>
/// <param name="Seed">The seed of the draw; if left out, a random one is used and recorded.</param>
[Needs(Permission.DrawSecondScorings)]
public sealed record DrawSecondScorings(int Year, int? Size, string? Seed) : IRequest<SecondScoringSample>, IRepeatable;

/// <param name="Assessments">The sampled assessments, in the order of the draw.</param>
public sealed record SecondScoringSample(
    int Cycle, int Size, string Seed, DateTimeOffset DrawnAt, AccountRef? DrawnBy, IReadOnlyList<Guid> Assessments);

internal sealed class DrawSecondScoringsValidator : AbstractValidator<DrawSecondScorings>
{
    public DrawSecondScoringsValidator()
    {
        RuleFor(request => request.Size).Required();
        RuleFor(request => request.Seed).Text(SecondScoringDraw.SeedLength);
        RuleFor(request => request.Seed).Required().When(request => request.Seed is not null);
    }
}

internal sealed class DrawSecondScoringsHandler(IComplianceDb db, RequestContext context, TimeProvider clock) : IRequestHandler<DrawSecondScorings, SecondScoringSample>
{
    private const int SeedBytes = 8;

    public async Task<SecondScoringSample> Handle(DrawSecondScorings request, CancellationToken cancellationToken)
    {
        Rule.Require(request.Size >= 1, SecondScoringErrors.SampleSize);
        Rule.Require(CycleScope.Of(context.Caller, Permission.DrawSecondScorings).Covers(request.Year), AccessErrors.OutsideScope);
        var cycle = await db.Cycles.LoadByYear(request.Year, cancellationToken);
        var draw = await db.SecondScoringDraws.SingleOrDefaultAsync(each => each.CycleId == cycle.Id, cancellationToken);
        var current = await db.SecondScorings.Where(each => each.CycleId == cycle.Id).ToListAsync(cancellationToken);

        if (draw?.IsSameAs(request.Size!.Value, request.Seed) != true)
        {
            draw ??= db.SecondScoringDraws.Add(SecondScoringDraw.For(cycle)).Entity;
            current = await Draw(draw, cycle, request, current, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            draw = await db.SecondScoringDraws.AsNoTracking().SingleAsync(each => each.CycleId == cycle.Id, cancellationToken);
        }

        var people = await db.AccountsOf([draw.DrawnBy.Value], cancellationToken);

        return new(
            request.Year,
            draw.Size,
            draw.Seed,
            draw.DrawnAt,
            people.GetValueOrDefault(draw.DrawnBy.Value),
            [.. SecondScoringDraw.Sample(draw.Size, draw.Seed, current.Select(each => each.AssessmentId)).Select(id => id.Value)]);
    }

    private async Task<List<SecondScoring>> Draw(
        SecondScoringDraw draw, Cycle cycle, DrawSecondScorings request, List<SecondScoring> current, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // Includes assessments that are hidden from the caller as their second scorer.
        var eligible = await db.Assessments.IgnoreQueryFilters()
            .Where(each => each.CycleId == cycle.Id && (each.Status == AssessmentStatus.Submitted || each.Status == AssessmentStatus.Verified))
            .Select(each => each.Id)
            .ToListAsync(cancellationToken);
        var drawn = draw.Draw(
            request.Size!.Value,
            request.Seed ?? RandomNumberGenerator.GetHexString(2 * SeedBytes, lowercase: true),
            eligible,
            current,
            AccountId.From(context.Caller.Id!.Value),
            now);
        List<SecondScoring> sample = [.. drawn.Select(each => SecondScoring.Of(EntityId.New<SecondScoringId>(now), cycle, each))];
        db.SecondScorings.RemoveRange(current);
        db.SecondScorings.AddRange(sample);

        return sample;
    }
}
