using Compliance.Application.Institutions;
using Compliance.Domain.Agreements;
using Compliance.Domain.Commitments;
using Compliance.Domain.Obligations;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.Commitments;

/// <summary>A commitment under an agreement with all its deadlines.</summary>
/// <param name="PersonInCharge">The post that is responsible.</param>
/// <param name="Year">The work plan that includes it.</param>
/// <param name="Status">Overdue if any deadline is overdue, closed if all are closed.</param>
/// <param name="Late">Whether a deadline is overdue, or was reported late.</param>
/// <param name="TargetShare">
/// The progress of the newest value from baseline to target: 1 at the target. Taken from the series if the target has one.
/// </param>
/// <param name="AboveTarget">Whether that value is better than the target.</param>
/// <param name="Measured">The value of the monthly public reports so far; null if the target names no series.</param>
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

/// <param name="Institution">Also set for a unit; null for an office.</param>
/// <param name="Office">The code of an office of the Ombudsman.</param>
public sealed record ObligatedRef(InstitutionRef? Institution, UnitRef? Unit, string? Office);

public sealed record CommitmentTarget(string Unit, decimal? Baseline, decimal Value, TargetDirection Direction, CaseloadSeries? Series);

/// <summary>The value of the monthly public reports for the first deadline that is not closed, or else for the last deadline.</summary>
/// <param name="From">The first month that counts, such as 2024-03.</param>
/// <param name="To">The last month that counts.</param>
/// <param name="Months">The recorded months from which the value is calculated.</param>
/// <param name="Missing">Why there is no value; null if there is one.</param>
/// <param name="Reported">The newest value that was reported.</param>
/// <param name="Differs">Whether the reported value differs; null if there is nothing to compare.</param>
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

/// <param name="Finding">Null if the origin is an indicator, not the finding of a year.</param>
public sealed record CommitmentOriginDetails(string Indicator, FindingRef? Finding);

public sealed record FindingRef(string Indicator, int Year);

/// <param name="DaysLate">Counted until it was reported done, or until today.</param>
/// <param name="ReportedOn">The day on which it was reported done, in the time zone of the office.</param>
/// <param name="Rejection">Why the last report was rejected.</param>
/// <param name="Proof">The proof with which it was closed.</param>
public sealed record DeadlineDetails(
    DateOnly DueOn, ObligationStatus Status, int DaysLate, DateOnly? ReportedOn, string? Rejection, DateOnly? ClosedOn, string? Note, string? Proof);

/// <param name="DueOn">The deadline of the report.</param>
/// <param name="Done">Whether it reports the deadline as met.</param>
/// <param name="TargetShare">The progress of the value from baseline to target.</param>
/// <param name="AboveTarget">Whether the value is better than the target. It is stored unchanged.</param>
/// <param name="DiffersFromSeries">Whether the public reports now give another value; null if there is nothing to compare.</param>
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
