using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

internal static class AgreementRows
{
    public static async Task<Agreement> FindAgreement(this IComplianceDb db, AgreementId id, CancellationToken cancellationToken) =>
        await db.Agreements.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken)
        ?? throw new NotFoundException(ResourceKind.Agreement, id.Value);

    /// <summary>An agreement that is to be changed, at the version that the caller has read.</summary>
    public static async Task<Agreement> LoadAgreement(
        this IComplianceDb db, Guid agreementId, int version, Caller caller, CancellationToken cancellationToken)
    {
        var id = AgreementId.From(agreementId);
        var agreement = await db.Agreements.SingleOrDefaultAsync(each => each.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Agreement, agreementId);
        Rule.Require(caller.MayAt(Permission.ManageAgreements, agreement.Office), AccessErrors.OutsideScope);
        agreement.RequireVersion(version);

        return agreement;
    }

    /// <summary>
    /// Those that have a status now. It is told in SQL by the same dates as <see cref="Agreement.StatusOn"/>, for each agreement by
    /// the day of its own zone.
    /// </summary>
    public static IQueryable<Agreement> WithStatus(
        this IQueryable<Agreement> agreements, AgreementStatus status, AgreementTerms terms, DateTimeOffset now)
    {
        var (wib, wita, wit) = (
            IndonesianTime.DayOf(now, IndonesianZone.Wib), IndonesianTime.DayOf(now, IndonesianZone.Wita), IndonesianTime.DayOf(now, IndonesianZone.Wit));
        var (soonWib, soonWita, soonWit) = (wib.AddDays(terms.ExpiringDays), wita.AddDays(terms.ExpiringDays), wit.AddDays(terms.ExpiringDays));

        var rows = agreements.Select(each => new DatedAgreement
        {
            Agreement = each,
            Today = each.Zone == IndonesianZone.Wit ? wit : each.Zone == IndonesianZone.Wita ? wita : wib,
            Soon = each.Zone == IndonesianZone.Wit ? soonWit : each.Zone == IndonesianZone.Wita ? soonWita : soonWib,
        });

        if (status == AgreementStatus.Terminated)
        {
            return rows.Where(row => row.Agreement.TerminatedOn <= row.Today).Select(row => row.Agreement);
        }

        rows = rows.Where(row => row.Agreement.TerminatedOn == null || row.Agreement.TerminatedOn > row.Today);

        if (status == AgreementStatus.Forming)
        {
            return rows.Where(row => row.Agreement.SignedOn == null || row.Agreement.SignedOn > row.Today).Select(row => row.Agreement);
        }

        rows = rows.Where(row => row.Agreement.SignedOn <= row.Today);

        return (status switch
        {
            AgreementStatus.Signed => rows.Where(row => row.Agreement.EffectiveFrom > row.Today),
            AgreementStatus.InForce => rows.Where(row => row.Agreement.EffectiveFrom <= row.Today && row.Agreement.EffectiveTo > row.Soon),
            AgreementStatus.Extended => rows.NearTheEnd().Where(row => row.Agreement.ContinuedOn <= row.Today),
            AgreementStatus.Expired => rows.NearTheEnd().NotContinued().Where(row => row.Agreement.EffectiveTo < row.Today),
            _ => rows.NearTheEnd().NotContinued().Where(row => row.Agreement.EffectiveTo >= row.Today),
        }).Select(row => row.Agreement);
    }

    private static IQueryable<DatedAgreement> NearTheEnd(this IQueryable<DatedAgreement> rows) =>
        rows.Where(row => row.Agreement.EffectiveFrom <= row.Today && row.Agreement.EffectiveTo <= row.Soon);

    private static IQueryable<DatedAgreement> NotContinued(this IQueryable<DatedAgreement> rows) =>
        rows.Where(row => row.Agreement.ContinuedOn == null || row.Agreement.ContinuedOn > row.Today);

    private sealed record DatedAgreement
    {
        public required Agreement Agreement { get; init; }

        public required DateOnly Today { get; init; }

        /// <summary>The last day that counts as close.</summary>
        public required DateOnly Soon { get; init; }
    }
}
