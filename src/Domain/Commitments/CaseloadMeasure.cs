using Compliance.Domain.Common;
using Compliance.Domain.Obligations;
using Compliance.Domain.PublicReports;

namespace Compliance.Domain.Commitments;

/// <summary>The reason why the caseload has no value for a deadline.</summary>
public enum NoMeasurementReason
{
    /// <summary>No month ends between the previous deadline, or the start, and this one.</summary>
    NoMonthEnds,

    /// <summary>No month of the period is on record.</summary>
    NoMonthOnRecord,

    /// <summary>Nothing was settled in the months on record.</summary>
    NothingSettled,
}

/// <summary>The value of the caseload of public reports for a deadline.</summary>
/// <param name="From">The first month that counts.</param>
/// <param name="To">The last month that counts; earlier than the first if no month ends in time.</param>
/// <param name="Months">The months on record from which the value is calculated.</param>
public sealed record Measurement(CaseloadSeries Series, DateOnly DueOn, Month From, Month To, IReadOnlyList<Month> Months, decimal? Value)
{
    /// <summary>Null if there is a value.</summary>
    public NoMeasurementReason? Missing => Value is not null ? null
        : To < From ? NoMeasurementReason.NoMonthEnds
        : Months is [] ? NoMeasurementReason.NoMonthOnRecord
        : NoMeasurementReason.NothingSettled;

    /// <summary>Whether the reported value differs; null if there is nothing to compare.</summary>
    public bool? DiffersFrom(decimal? reported) => Value is { } value && reported is { } said ? Series.Rounded(said) != value : null;
}

/// <summary>Measures the commitments that name a series by the months on record of an institution.</summary>
/// <param name="effectiveFrom">The first day of the agreement.</param>
public sealed class CaseloadMeasure(DateOnly effectiveFrom, IReadOnlyDictionary<Month, CaseloadFigures> caseload)
{
    /// <summary>Measures the first deadline that is not closed, or else the last one; null if no series is named.</summary>
    public Measurement? Of(Commitment commitment) =>
        Of(commitment, commitment.DeadlinesByDay.FirstOrDefault(each => each.Status != ObligationProgress.Closed) ?? commitment.DeadlinesByDay.Last());

    /// <summary>
    /// A month counts for the first deadline on or after its last day, so that no month counts twice. For the first deadline the months
    /// begin with the one in which the commitment was made.
    /// </summary>
    public Measurement? Of(Commitment commitment, CommitmentDeadline deadline)
    {
        if (commitment.Target?.Series is not { } series)
        {
            return null;
        }

        var before = commitment.DeadlinesByDay.LastOrDefault(each => each.DueOn < deadline.DueOn)?.DueOn;
        var (from, to) = (Month.Of(before?.AddDays(1) ?? BeginOf(commitment)), Month.LastEndedOn(deadline.DueOn));
        var months = caseload.Keys.Where(month => from <= month && month <= to).OrderBy(month => month.FirstDay).ToList();

        return new(series, deadline.DueOn, from, to, months, series.ValueOver(months.ConvertAll(month => caseload[month])));
    }

    /// <summary>The day of the commitment; if it was made before the term, or recorded after it was due, the first day of the term.</summary>
    private DateOnly BeginOf(Commitment commitment)
    {
        var made = IndonesianTime.DayOf(commitment.MadeAt, IndonesianTime.ZoneOf(commitment.Office));

        return effectiveFrom < made && made <= commitment.DeadlinesByDay.First().DueOn ? made : effectiveFrom;
    }
}
