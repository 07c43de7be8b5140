using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.SecondScorings;

/// <summary>A verifier takes a sampled assessment that nobody has. The first one has it.</summary>
[Needs(Permission.ScoreSecond)]
public sealed record ClaimSecondScoring(Guid Id) : IRequest<SecondScoringDetails>;

internal sealed class ClaimSecondScoringHandler(IComplianceDb db, RequestContext context) : IRequestHandler<ClaimSecondScoring, SecondScoringDetails>
{
    public async Task<SecondScoringDetails> Handle(ClaimSecondScoring request, CancellationToken cancellationToken)
    {
        var scoring = await db.LoadSecondScoring(request.Id, context.Caller, cancellationToken);
        var account = AccountId.From(context.Caller.Id!.Value);
        var isBlind = !context.Caller.May(Permission.ReadAudit)
            && await db.NeverTouched(scoring.AssessmentId, account, context.Caller.Issuer, cancellationToken);

        scoring.Claim(account, isBlind);
        await db.SaveChangesAsync(cancellationToken);

        return await db.ShowSecondScoring(scoring.Id, context.Caller, cancellationToken);
    }
}
