using Compliance.Application.Agreements;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Institutions;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.Commitments;

internal static class CommitmentRows
{
    /// <summary>Loads commitments with deadlines and reports, tracked, in two queries: one would return each deadline once per report.</summary>
    public static async Task<IReadOnlyList<Commitment>> LoadWhole(
        this IComplianceDb db, IQueryable<Commitment> commitments, CancellationToken cancellationToken)
    {
        var loaded = await commitments.Include(each => each.Deadlines).ToListAsync(cancellationToken);
        var ids = loaded.ConvertAll(each => each.Id);
        await db.ProgressReports.Where(report => ids.Contains(report.CommitmentId)).LoadAsync(cancellationToken);

        return loaded;
    }

    /// <summary>Loads a whole commitment, to change or show it, with its agreement.</summary>
    public static async Task<(Commitment Commitment, Agreement Agreement)> LoadCommitment(
        this IComplianceDb db, Guid commitmentId, CancellationToken cancellationToken)
    {
        var id = CommitmentId.From(commitmentId);
        var found = await db.LoadWhole(db.Commitments.Where(each => each.Id == id), cancellationToken);

        return found is not [var commitment] ? throw new NotFoundException(ResourceKind.Commitment, commitmentId)
            : (commitment, await db.FindAgreement(commitment.AgreementId, cancellationToken));
    }

    /// <summary>Loads the data to show the commitments under an agreement, and to check callers.</summary>
    public static async Task<CommitmentNames> NamesOf(
        this IComplianceDb db, Agreement agreement, IReadOnlyCollection<Commitment> commitments, CancellationToken cancellationToken)
    {
        var parties = agreement.Parties.Select(party => party.InstitutionId).OfType<InstitutionId>().ToList();
        var wanted = parties.Concat(commitments.Select(each => each.InstitutionId).OfType<InstitutionId>()).Distinct().ToList();
        var unitIds = commitments.Select(each => each.UnitId).OfType<ServiceUnitId>().Distinct().ToList();
        var institutions = await db.Institutions.AsNoTracking().Where(each => wanted.Contains(each.Id)).ToDictionaryAsync(each => each.Id, cancellationToken);
        var units = unitIds is [] ? [] : await db.ServiceUnits.Where(each => unitIds.Contains(each.Id))
            .Select(each => new { each.Id, each.Name })
            .ToDictionaryAsync(each => each.Id, each => each.Name, cancellationToken);

        return new(agreement, parties, institutions, units, await db.CaseloadsOf(commitments, cancellationToken));
    }

    /// <summary>
    /// Returns the months by which commitments are measured, for every obligated institution. Whoever may see a commitment may see its
    /// progress; the months themselves are visible only to those who may read them.
    /// </summary>
    private static async Task<ILookup<InstitutionId, MonthlyCaseload>> CaseloadsOf(
        this IComplianceDb db, IReadOnlyCollection<Commitment> commitments, CancellationToken cancellationToken)
    {
        var ids = commitments.Where(each => each.Target?.Series is not null).Select(each => each.InstitutionId).OfType<InstitutionId>().Distinct().ToList();
        var months = ids is [] ? [] : await db.MonthlyCaseloads.IgnoreQueryFilters().AsNoTracking()
            .Where(each => ids.Contains(each.InstitutionId)).ToListAsync(cancellationToken);

        return months.ToLookup(each => each.InstitutionId);
    }

    public static async Task<CommitmentDetails> Show(
        this IComplianceDb db, Commitment commitment, Agreement agreement, Caller caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await db.NamesOf(agreement, [commitment], cancellationToken)).Show(commitment, caller, agreement.DayOf(now));
}
