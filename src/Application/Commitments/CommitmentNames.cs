using Compliance.Application.Institutions;
using Compliance.Domain.Access;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Institutions;
using Compliance.Domain.Obligations;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.Commitments;

/// <summary>The data to show and measure the commitments under one agreement.</summary>
internal sealed record CommitmentNames(
    Agreement Agreement,
    IReadOnlyList<InstitutionId> Parties,
    IReadOnlyDictionary<InstitutionId, Institution> Institutions,
    IReadOnlyDictionary<ServiceUnitId, string> Units,
    ILookup<InstitutionId, MonthlyCaseload> Caseloads)
{
    public CommitmentDetails Show(Commitment commitment, Caller caller, DateOnly today)
    {
        var reports = commitment.Reports.OrderBy(report => report.At).ThenBy(report => report.Id.Value).ToList();
        var measured = MeasureOf(commitment)?.Of(commitment);
        var value = measured?.Value ?? reports.LastOrDefault(report => report.Value is not null)?.Value;
        var deadlines = commitment.DeadlinesByDay.Select(each => new DeadlineDetails(
            each.DueOn, each.StatusOn(today), each.DaysLateOn(today), each.ReportedOn, each.RejectionReason, each.ClosedOn, each.ClosingNote, each.ClosingProof)).ToList();

        return new(
            commitment.Id.Value,
            AgreementRef.Of(Agreement),
            commitment.Title,
            Of(commitment.Obligated),
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
            ShareOf(commitment, value),
            IsExceededBy(commitment, value),
            measured is null ? null : MeasurementDetails.Of(measured, reports.LastOrDefault(report => IsOf(commitment, report, measured))?.Value),
            reports is [.., var newest] ? Show(commitment, newest) : null,
            deadlines,
            [.. AllowedActions(commitment, caller)],
            commitment.Version);
    }

    public ProgressDetails Show(Commitment commitment, ProgressReport report)
    {
        var deadline = commitment.DeadlineOf(report);

        return new(
            report.Id.Value,
            commitment.Id.Value,
            deadline.DueOn,
            report.On,
            report.Value,
            report.Text,
            report.Proof,
            report.Document?.Value,
            report.Done,
            ShareOf(commitment, report.Value),
            IsExceededBy(commitment, report.Value),
            MeasureOf(commitment)?.Of(commitment, deadline)?.DiffersFrom(report.Value),
            report.At);
    }

    public ObligatedRef Of(ObligatedParty obligated) => new(
        obligated.InstitutionId is { } id && Institutions[id] is var institution
            ? new(institution.Code, institution.Name, institution.Kind, institution.Province)
            : null,
        obligated.UnitId is { } unit ? new UnitRef(unit.Value, Units[unit]) : null,
        obligated.Office);

    public CommitmentSides SidesOf(Commitment commitment) => new(
        commitment.InstitutionId is { } id ? Institutions[id].Code : null,
        commitment.ObligatedOffice,
        [Agreement.Office, .. Agreement.Parties.Select(party => party.Office).OfType<string>()],
        [.. Parties.Select(party => Institutions[party].Code)]);

    /// <summary>Null for an office, about which there are no public reports.</summary>
    public CaseloadMeasure? MeasureOf(Commitment commitment) => commitment.InstitutionId is { } id && Agreement.EffectiveFrom is { } from
        ? new(from, Caseloads[id].ToDictionary(each => each.Month, each => each.Figures))
        : null;

    private static bool IsOf(Commitment commitment, ProgressReport report, Measurement measured) =>
        report.Value is not null && commitment.DeadlineOf(report).DueOn == measured.DueOn;

    private static decimal? ShareOf(Commitment commitment, decimal? value) =>
        value is { } reached && commitment.Target?.ShareOf(reached) is { } share ? Figures.Share(share) : null;

    private static bool IsExceededBy(Commitment commitment, decimal? value) => value is { } reached && commitment.Target?.IsExceededBy(reached) == true;

    private IEnumerable<string> AllowedActions(Commitment commitment, Caller caller)
    {
        var sides = SidesOf(commitment);

        if (commitment.Reports.Count == 0 && caller.MayAt(Permission.ManageAgreements, Agreement.Office))
        {
            yield return "redraftCommitment";
        }

        if (commitment.Deadlines.Any(each => each.Status != ObligationProgress.Closed) && sides.MayReport(caller))
        {
            yield return "reportProgress";
        }

        if (commitment.MayBeClosedBy(caller, sides))
        {
            yield return "closeCommitment";
        }
    }
}
