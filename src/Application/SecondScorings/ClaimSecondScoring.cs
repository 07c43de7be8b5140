using Compliance.Application.Access;
using Compliance.Domain.Access;

namespace Compliance.Application.SecondScorings;

/// <summary>A verifier takes a sampled assessment that nobody has. The first one has it.</summary>
[Needs(Permission.ScoreSecond)]
public sealed record ClaimSecondScoring(Guid Id) : IRequest<SecondScoringDetails>;

internal sealed class ClaimSecondScoringHandler(IComplianceDb db, Call call) : IRequestHandler<ClaimSecondScoring, SecondScoringDetails>
{
    public async Task<SecondScoringDetails> Handle(ClaimSecondScoring request, CancellationToken cancellationToken)
    {
        var scoring = await db.LoadSecondScoring(request.Id, call.Caller, cancellationToken);
        var account = AccountId.From(call.Caller.Id!.Value);
        var isBlind = !call.Caller.May(Permission.ReadAudit)
            && await db.NeverTouched(scoring.AssessmentId, account, call.Caller.Issuer, cancellationToken);

        scoring.Claim(account, isBlind);
        await db.SaveChangesAsync(cancellationToken);

        return await db.ShowSecondScoring(scoring.Id, call.Caller, cancellationToken);
    }
}
