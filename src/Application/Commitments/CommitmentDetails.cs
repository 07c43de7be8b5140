using Compliance.Application.Institutions;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Obligations;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.Commitments;

/// <summary>A commitment under an agreement with all its deadlines.</summary>
/// <param name="PersonInCharge">The post that is responsible.</param>
/// <param name="Year">The work plan that took it up.</param>
/// <param name="Status">Overdue where any deadline is, closed where all are.</param>
/// <param name="Late">Whether a deadline is late by now, or was reported late.</param>
/// <param name="TargetShare">
/// How much of the way from baseline to target the newest value is: 1 at the target. That of the series counts where it has one.
/// </param>
/// <param name="AboveTarget">Whether that value is better than the target.</param>
/// <param name="Measured">What the caseload says by now; null where the target names no series.</param>
/// <param name="Progress">The newest report.</param>
public sealed record CommitmentDetails(
    Guid Id,
    AgreementRef Agreement,
    string Title,
    ObligatedRef Obligated,
    string PersonInCharge,
    DateOnly? DueOn,
    Recurrence? Recurrence,
    CommitmentTarget? Target,
    decimal Weight,
    string? ScopeItem,
    CommitmentOriginDetails? Answers,
    int Year,
    ObligationStatus Status,
    bool Late,
    decimal? TargetShare,
    bool AboveTarget,
    MeasurementDetails? Measured,
    ProgressDetails? Progress,
    IReadOnlyList<DeadlineDetails> Deadlines,
    IReadOnlyList<string> AllowedActions,
    int Version);

public sealed record AgreementRef(Guid Id, AgreementKind Kind, string? Number, string Title)
{
    internal static AgreementRef Of(Agreement agreement) => new(agreement.Id.Value, agreement.Kind, agreement.Number, agreement.Title);
}

/// <param name="Institution">Also of a unit; null for an office.</param>
/// <param name="Office">The code of an office of the Ombudsman.</param>
public sealed record ObligatedRef(InstitutionRef? Institution, UnitRef? Unit, string? Office);

public sealed record CommitmentTarget(string Unit, decimal? Baseline, decimal Value, TargetDirection Direction, CaseloadSeries? Series);

/// <summary>The value by the monthly public reports for the first deadline that is not closed, or else for the last one.</summary>
/// <param name="From">The first month that counts, as 2024-03.</param>
/// <param name="To">The last month that counts.</param>
/// <param name="Months">The months on record from which the value is calculated.</param>
/// <param name="Missing">Why there is no value; null where there is one.</param>
/// <param name="Reported">The newest value that was reported.</param>
/// <param name="Differs">Whether the reported value differs; null where there is nothing to compare.</param>
public sealed record MeasurementDetails(
    CaseloadSeries Series,
    DateOnly DueOn,
    string From,
    string To,
    IReadOnlyList<string> Months,
    decimal? Value,
    NoMeasurementReason? Missing,
    decimal? Reported,
    bool? Differs)
{
    internal static MeasurementDetails Of(Measurement measured, decimal? reported) => new(
        measured.Series,
        measured.DueOn,
        measured.From.ToString(),
        measured.To.ToString(),
        [.. measured.Months.Select(month => month.ToString())],
        measured.Value,
        measured.Missing,
        reported,
        measured.DiffersFrom(reported));
}

/// <param name="Finding">Null where no single year is meant.</param>
public sealed record CommitmentOriginDetails(string Indicator, FindingRef? Finding);

public sealed record FindingRef(string Indicator, int Year);

/// <param name="DaysLate">Until it was reported done, or until today.</param>
/// <param name="ReportedOn">The day of the office on which it was reported done.</param>
/// <param name="Rejection">Why the last report was rejected.</param>
/// <param name="Proof">The proof that was seen when it was closed.</param>
public sealed record DeadlineDetails(
    DateOnly DueOn, ObligationStatus Status, int DaysLate, DateOnly? ReportedOn, string? Rejection, DateOnly? ClosedOn, string? Note, string? Proof);

/// <param name="DueOn">The deadline that it is about.</param>
/// <param name="Done">Whether it says that the deadline is kept.</param>
/// <param name="TargetShare">How much of the way from baseline to target the value is.</param>
/// <param name="AboveTarget">Whether the value is better than the target. It is kept as it is.</param>
/// <param name="DiffersFromSeries">Whether the public reports give another value by now; null where there is nothing to compare.</param>
public sealed record ProgressDetails(
    Guid Id,
    Guid Commitment,
    DateOnly DueOn,
    DateOnly On,
    decimal? Value,
    string? Text,
    string? Proof,
    Guid? Document,
    bool Done,
    decimal? TargetShare,
    bool AboveTarget,
    bool? DiffersFromSeries,
    DateTimeOffset At);
