using Compliance.Application.Agreements;
using Compliance.Application.Assessments;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Institutions;

namespace Compliance.Application.Commitments;

internal static class CommitmentRows
{
    /// <summary>Commitments with their deadlines and reports, tracked, in two queries: in one, each deadline would come with each report.</summary>
    public static async Task<IReadOnlyList<Commitment>> LoadWhole(
        this IComplianceDb db, IQueryable<Commitment> commitments, CancellationToken cancellationToken)
    {
        var loaded = await commitments.Include(each => each.Deadlines).ToListAsync(cancellationToken);
        var ids = loaded.ConvertAll(each => each.Id);
        await db.ProgressReports.Where(report => ids.Contains(report.CommitmentId)).LoadAsync(cancellationToken);

        return loaded;
    }

    /// <summary>A commitment as a whole, to be changed or shown, with its agreement.</summary>
    public static async Task<(Commitment Commitment, Agreement Agreement)> LoadCommitment(
        this IComplianceDb db, Guid commitmentId, CancellationToken cancellationToken)
    {
        var id = CommitmentId.From(commitmentId);
        var found = await db.LoadWhole(db.Commitments.Where(each => each.Id == id), cancellationToken);

        return found is not [var commitment] ? throw new NotFoundException(nameof(Commitment), commitmentId)
            : (commitment, await db.FindAgreement(commitment.AgreementId, cancellationToken));
    }

    /// <summary>The names that commitments under an agreement are shown with, and by which callers are judged.</summary>
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

        return new(agreement, parties, institutions, units);
    }

    public static async Task<CommitmentDetails> Show(
        this IComplianceDb db, Commitment commitment, Agreement agreement, Caller caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await db.NamesOf(agreement, [commitment], cancellationToken)).Show(commitment, caller, agreement.DayOf(now));

    public static ProgressDetails Show(this Commitment commitment, ProgressReport report) => new(
        report.Id.Value,
        commitment.Id.Value,
        commitment.Deadlines.Single(each => each.Id == report.DeadlineId).DueOn,
        report.On,
        report.Value,
        report.Text,
        report.Proof,
        report.Document?.Value,
        report.Done,
        commitment.ShareOf(report.Value),
        commitment.IsExceededBy(report.Value),
        report.At);

    private static decimal? ShareOf(this Commitment commitment, decimal? value) =>
        value is { } reached && commitment.Target?.ShareOf(reached) is { } share ? Figures.Share(share) : null;

    private static bool IsExceededBy(this Commitment commitment, decimal? value) => value is { } reached && commitment.Target?.IsExceededBy(reached) == true;

    public static CommitmentDetails Show(this CommitmentNames names, Commitment commitment, Caller caller, DateOnly today)
    {
        var newest = commitment.Reports.OrderBy(report => report.At).ThenBy(report => report.Id.Value).LastOrDefault();
        var value = commitment.Reports.Where(report => report.Value is not null).OrderBy(report => report.At).ThenBy(report => report.Id.Value).LastOrDefault()?.Value;
        var deadlines = commitment.Due.Select(each => new DeadlineAnswer(
            each.DueOn, each.StatusOn(today), each.DaysLateOn(today), each.ReportedOn, each.RejectionReason, each.ClosedOn, each.ClosingNote, each.ClosingProof)).ToList();

        return new(
            commitment.Id.Value,
            AgreementRef.Of(names.Agreement),
            commitment.Title,
            names.Of(commitment.Obligated),
            commitment.PersonInCharge,
            commitment.DueOn,
            commitment.Recurrence,
            commitment.Target is { } target ? new(target.Unit, target.Baseline, target.Value, target.Aim, target.Series) : null,
            commitment.Weight,
            commitment.ScopeItem,
            commitment.Indicator is { } indicator ? new(indicator, commitment.FindingYear is { } year ? new(indicator, year) : null) : null,
            commitment.Year,
            commitment.StatusOn(today),
            deadlines.Exists(each => each.DaysLate > 0),
            commitment.ShareOf(value),
            commitment.IsExceededBy(value),
            newest is null ? null : commitment.Show(newest),
            deadlines,
            [.. names.AllowedActions(commitment, caller)],
            commitment.Version);
    }
}

/// <summary>What commitments under one agreement are shown with.</summary>
internal sealed record CommitmentNames(
    Agreement Agreement,
    IReadOnlyList<InstitutionId> Parties,
    IReadOnlyDictionary<InstitutionId, Institution> Institutions,
    IReadOnlyDictionary<ServiceUnitId, string> Units)
{
    public ObligatedRef Of(Obligated obligated) => new(
        obligated.InstitutionId is { } id && Institutions[id] is var institution
            ? new(institution.Code, institution.Name, institution.Kind, institution.Province)
            : null,
        obligated.UnitId is { } unit ? new UnitRef(unit.Value, Units[unit]) : null,
        obligated.Office);

    public Duties DutiesOf(Commitment commitment) => new(
        commitment.InstitutionId is { } id ? Institutions[id].Code : null,
        commitment.ObligatedOffice,
        [Agreement.Office, .. Agreement.Parties.Select(party => party.Office).OfType<string>()],
        [.. Parties.Select(party => Institutions[party].Code)]);

    public IEnumerable<string> AllowedActions(Commitment commitment, Caller caller)
    {
        var duties = DutiesOf(commitment);

        if (commitment.Reports.Count == 0 && caller.MayAt(Permission.ManageAgreements, Agreement.Office))
        {
            yield return "redraftCommitment";
        }

        if (commitment.Deadlines.Any(each => each.Status != DeadlineStatus.Closed) && duties.MayReport(caller))
        {
            yield return "reportProgress";
        }

        if (commitment.Deadlines.Any(each => each.Status == DeadlineStatus.Reported
                && commitment.Reports.All(report => report.DeadlineId != each.Id || report.By.Value != caller.Id))
            && duties.MayClose(caller))
        {
            yield return "closeCommitment";
        }
    }
}
