using Compliance.Domain.Access;
using Compliance.Domain.Agreements;

namespace Compliance.Application.Agreements;

internal static class AgreementRows
{
    public static async Task<Agreement> FindAgreement(this IComplianceDb db, AgreementId id, CancellationToken cancellationToken) =>
        await db.Agreements.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken)
        ?? throw new NotFoundException(ResourceKind.Agreement, id.Value);

    /// <summary>Loads an agreement to change it. Refuses a caller without the permission, and another version than the caller has read.</summary>
    public static async Task<Agreement> LoadAgreement(
        this IComplianceDb db, Guid agreementId, ExpectedVersions version, Caller caller, CancellationToken cancellationToken)
    {
        var id = AgreementId.From(agreementId);
        var agreement = await db.Agreements.SingleOrDefaultAsync(each => each.Id == id, cancellationToken)
            ?? throw new NotFoundException(ResourceKind.Agreement, agreementId);
        Rule.Require(caller.MayAt(Permission.ManageAgreements, agreement.Office), AccessErrors.OutsideScope);
        agreement.RequireVersion(version);

        return agreement;
    }

    /// <summary>Returns the agreements that have this status now, each by the date in its own time zone.</summary>
    public static IQueryable<Agreement> WithStatus(
        this IQueryable<Agreement> agreements, AgreementStatus status, AgreementTerms terms, DateTimeOffset now) =>
        agreements.Select(AgreementStatusRule.OnDay(now, terms)).Where(AgreementStatusRule.HasStatus(status)).Select(row => row.Agreement);
}
