using Compliance.Domain.Common;
using Compliance.Domain.Obligations;
using Compliance.Domain.PublicReports;

namespace Compliance.Domain.Commitments;

/// <summary>Why the caseload has no value for a deadline.</summary>
public enum NoMeasurementReason
{
    /// <summary>No month ends between the deadline and what came before it.</summary>
    NoMonthEnds,

    /// <summary>No month of the period is on record.</summary>
    NoMonthOnRecord,

    /// <summary>Nothing was settled in the months on record.</summary>
    NothingSettled,
}

/// <summary>What the caseload of public reports says of a deadline.</summary>
/// <param name="From">The first month that counts.</param>
/// <param name="To">The last one; before the first where none ends in time.</param>
/// <param name="Months">The months on record from which the value is calculated.</param>
public sealed record Measurement(CaseloadSeries Series, DateOnly DueOn, Month From, Month To, IReadOnlyList<Month> Months, decimal? Value)
{
    /// <summary>Null where there is a value.</summary>
    public NoMeasurementReason? Missing => Value is not null ? null
        : To < From ? NoMeasurementReason.NoMonthEnds
        : Months is [] ? NoMeasurementReason.NoMonthOnRecord
        : NoMeasurementReason.NothingSettled;

    /// <summary>Whether people reported something else; null where there is nothing to compare.</summary>
    public bool? DiffersFrom(decimal? reported) => Value is { } value && reported is { } said ? Series.Rounded(said) != value : null;
}

/// <summary>The months on record of an institution, as the commitments that name a series are measured by them.</summary>
/// <param name="effectiveFrom">The first day of the agreement.</param>
public sealed class CaseloadMeasure(DateOnly effectiveFrom, IReadOnlyDictionary<Month, CaseloadFigures> caseload)
{
    /// <summary>Of the first deadline that is not closed, else of the last one; null where no series is named.</summary>
    public Measurement? Of(Commitment commitment) =>
        Of(commitment, commitment.DeadlinesByDay.FirstOrDefault(each => each.Status != ObligationProgress.Closed) ?? commitment.DeadlinesByDay.Last());

    /// <summary>
    /// A month counts for the first deadline on or after its last day, so that none counts twice. For the first deadline the months
    /// begin with the one in which it was promised.
    /// </summary>
    public Measurement? Of(Commitment commitment, CommitmentDeadline deadline)
    {
        if (commitment.Target?.Series is not { } series)
        {
            return null;
        }

        var before = commitment.DeadlinesByDay.LastOrDefault(each => each.DueOn < deadline.DueOn)?.DueOn;
        var (from, to) = (Month.Of(before?.AddDays(1) ?? BeginOf(commitment)), Month.Of(deadline.DueOn.AddDays(1)).Previous);
        var months = caseload.Keys.Where(month => from <= month && month <= to).OrderBy(month => month.FirstDay).ToList();

        return new(series, deadline.DueOn, from, to, months, series.ValueOver(months.ConvertAll(month => caseload[month])));
    }

    /// <summary>The day of the promise; of one that was made before the term, or put on record after it was due, the first day of the term.</summary>
    private DateOnly BeginOf(Commitment commitment)
    {
        var made = IndonesianTime.DayOf(commitment.MadeAt, IndonesianTime.ZoneOf(commitment.Office));

        return effectiveFrom < made && made <= commitment.DeadlinesByDay.First().DueOn ? made : effectiveFrom;
    }
}
