using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Domain.Access;
using Compliance.Domain.SecondScorings;

namespace Compliance.Application.SecondScorings;

/// <summary>Assigns an unassigned second scoring to the calling verifier. Of concurrent callers, the first one gets it.</summary>
[Needs(Permission.ScoreSecond)]
public sealed record ClaimSecondScoring(Guid Id) : IRequest<SecondScoringDetails>;

internal sealed class ClaimSecondScoringHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ClaimSecondScoring, SecondScoringDetails>
{
    public async Task<SecondScoringDetails> Handle(ClaimSecondScoring request, CancellationToken cancellationToken)
    {
        var scoring = await db.LoadSecondScoring(request.Id, context.Caller, cancellationToken);
        var scorer = new ScorerCandidate(
            AccountId.From(context.Caller.Id!.Value), AuditActors.ActorOf(context.Caller), context.Caller.May(Permission.ReadAudit));

        scoring.Claim(scorer, await db.WorkersOn(scoring, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);

        return await db.ShowSecondScoring(scoring.Id, context.Caller, cancellationToken);
    }
}
