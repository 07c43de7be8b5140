using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Domain.Access;
using Compliance.Domain.SecondScorings;

namespace Compliance.Application.SecondScorings;

/// <summary>Assigns the second scoring of a sampled assessment to a verifier.</summary>
/// <param name="Version">The versions that the caller has read.</param>
/// <param name="Scorer">The e-mail address of a verifier.</param>
[Needs(Permission.DrawSecondScorings)]
public sealed record AssignSecondScoring(Guid Id, ExpectedVersions Version, string? Scorer) : IRequest<SecondScoringDetails>;

internal sealed class AssignSecondScoringValidator : AbstractValidator<AssignSecondScoring>
{
    public AssignSecondScoringValidator()
    {
        RuleFor(request => request.Scorer).Required().Address();
    }
}

internal sealed class AssignSecondScoringHandler(IComplianceDb db, RequestContext context) : IRequestHandler<AssignSecondScoring, SecondScoringDetails>
{
    public async Task<SecondScoringDetails> Handle(AssignSecondScoring request, CancellationToken cancellationToken)
    {
        var scoring = await db.LoadSecondScoring(request.Id, context.Caller, cancellationToken);
        scoring.RequireVersion(request.Version);
        var key = Account.KeyOf(request.Scorer);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(each => each.EmailKey == key, cancellationToken);
        Rule.RequireNone(
            account?.MayVerifyIn(scoring.Year) == true ? [] : [SecondScoringErrors.UnknownScorer.At("/scorer")], SecondScoringErrors.UnknownScorer);
        var readsAudit = account!.Grants.Any(grant => grant.Role.Permissions().Contains(Permission.ReadAudit));

        scoring.Assign(new(account.Id, AuditActors.ActorOf(account), readsAudit), await db.WorkersOn(scoring, cancellationToken));
        await db.SaveChangesAsync(cancellationToken);

        return await db.ShowSecondScoring(scoring.Id, context.Caller, cancellationToken);
    }
}
