using Compliance.Application.Access;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Obligations;

namespace Compliance.Application.Commitments;

/// <summary>Summarises all agreements for which an office is responsible: their number, and the health of all together.</summary>
[Needs(Permission.ReadFollowUp)]
public sealed record SummariseAgreementHealth(string Office) : IRequest<AgreementPortfolio>;

/// <summary>The agreements of an office. The shares are calculated over the deadlines of all of them.</summary>
/// <param name="AsOf">Today, in the time zone of the office.</param>
/// <param name="Agreements">By status, including those that are forming.</param>
/// <param name="Commitments">By status.</param>
/// <param name="ClosedShare">The weight of closed deadlines, of the weight of all; null if there are none.</param>
/// <param name="OnTimeShare">The weight of deadlines reported in time and closed, of the weight of all that are closed or past their due day.</param>
/// <param name="LastActivityOn">The latest day on which something was signed, reported or closed.</param>
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
