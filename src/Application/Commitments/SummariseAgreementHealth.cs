using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Commitments;

/// <summary>All agreements that an office looks after, in one: how many there are, and how alive they are together.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record SummariseAgreementHealth(string Office) : IRequest<AgreementPortfolio>;

/// <summary>The agreements of an office. The shares are calculated over the deadlines of all of them.</summary>
/// <param name="AsOf">The day of the office.</param>
/// <param name="Agreements">By their status, those that are forming too.</param>
/// <param name="Commitments">By their status.</param>
/// <param name="ClosedShare">The weight that is closed, of all; null where nothing was promised.</param>
/// <param name="OnTimeShare">The weight that was reported in time and closed, of all that is closed or past its day.</param>
/// <param name="LastActivityOn">When something was signed, reported or closed for the last time.</param>
public sealed record AgreementPortfolio(
    string Office,
    DateOnly AsOf,
    AgreementCounts Agreements,
    ObligationCounts Commitments,
    ObligationCounts Deadlines,
    decimal? ClosedShare,
    decimal? OnTimeShare,
    int OverdueDays,
    int LongestOverdue,
    DateOnly? LastActivityOn);

internal sealed class SummariseAgreementHealthHandler(IComplianceDb db, AgreementTerms terms, TimeProvider clock)
    : IRequestHandler<SummariseAgreementHealth, AgreementPortfolio>
{
    public async Task<AgreementPortfolio> Handle(SummariseAgreementHealth request, CancellationToken cancellationToken)
    {
        var today = IndonesianTime.DayOf(clock.GetUtcNow(), IndonesianTime.ZoneOf(request.Office));
        var agreements = await db.Agreements.AsNoTracking().Where(each => each.Office == request.Office).ToListAsync(cancellationToken);
        var deadlines = await db.Weighed(db.CommitmentDeadlines.Where(each => each.Office == request.Office)).ToListAsync(cancellationToken);
        var reported = await db.LastReports(db.Commitments.Where(each => each.Office == request.Office))
            .Select(each => (DateOnly?)each.On).MaxAsync(cancellationToken);
        var health = AgreementHealth.Of(deadlines, agreements.Select(each => each.SignedOn).Append(reported), today);

        return new(
            request.Office,
            today,
            AgreementCounts.Of(agreements.ConvertAll(each => each.StatusOn(today, terms))),
            health.Commitments,
            health.Deadlines,
            health.ClosedShare,
            health.OnTimeShare,
            health.OverdueDays,
            health.LongestOverdue,
            health.LastActivityOn);
    }
}
