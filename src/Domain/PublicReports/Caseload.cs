using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.PublicReports;

/// <summary>The figures of a month with those derived from it and the earlier months.</summary>
/// <param name="Open">The reports that are open at the end of the month: all received so far minus all settled.</param>
public sealed record CaseloadMonth(Month Month, CaseloadFigures Figures, int Open)
{
    /// <summary>The percentage of the settled reports, with two decimals; null if none was settled.</summary>
    public decimal? SettledWithin14Days => CaseloadSeries.SettledWithin14Days.ValueOver([Figures]);
}

/// <summary>One fault of the figures of a month.</summary>
public sealed record MonthFault(Month Month, Fault Fault);

/// <summary>All months on record of one institution. They share a running balance, so each change is checked against all of them.</summary>
public sealed class Caseload(InstitutionId institution, IEnumerable<MonthlyCaseload> months)
{
    private readonly Dictionary<Month, MonthlyCaseload> rows = months.ToDictionary(row => row.Month);

    /// <summary>In chronological order.</summary>
    public IReadOnlyList<CaseloadMonth> Months => Run(rows.ToDictionary(pair => pair.Key, pair => pair.Value.Figures));

    public MonthlyCaseload? this[Month month] => rows.GetValueOrDefault(month);

    /// <summary>Returns the faults that any month would have if these figures were recorded.</summary>
    /// <param name="latest">The current month in the time zone of the office.</param>
    public IReadOnlyList<MonthFault> FaultsWith(IReadOnlyDictionary<Month, CaseloadFigures> changes, Month latest)
    {
        var own = changes.SelectMany(change => change.Value.Faults()
            .Concat(change.Key > latest ? [PublicReportErrors.MonthInFuture.At("/month")] : [])
            .Select(fault => new MonthFault(change.Key, fault))).ToList();

        if (own.Count > 0)
        {
            return own;
        }

        var figures = rows.ToDictionary(pair => pair.Key, pair => pair.Value.Figures);

        foreach (var (month, changed) in changes)
        {
            figures[month] = changed;
        }

        return [.. Run(figures).SelectMany(FaultsOf)];
    }

    /// <summary>Records figures that have no faults; returns null if they are recorded already.</summary>
    public MonthlyCaseload? Put(Month month, CaseloadFigures figures, AccountId? by, DateTimeOffset now)
    {
        if (this[month] is not { } row)
        {
            return rows[month] = MonthlyCaseload.Record(institution, month, figures, by, now);
        }

        if (row.Figures == figures)
        {
            return null;
        }

        row.Correct(figures, by, now);

        return row;
    }

    private static List<CaseloadMonth> Run(Dictionary<Month, CaseloadFigures> figures)
    {
        var open = 0;

        return
        [
            .. figures.OrderBy(pair => pair.Key.FirstDay)
                .Select(pair => new CaseloadMonth(pair.Key, pair.Value, open += pair.Value.Received - pair.Value.Settled)),
        ];
    }

    private static IEnumerable<MonthFault> FaultsOf(CaseloadMonth month)
    {
        var (settled, late) = (month.Figures.Settled, month.Figures.Over14Days);

        if (month.Open < 0)
        {
            yield return new(month.Month, PublicReportErrors.MoreSettledThanOpen(month.Month, settled + month.Open).At("/settled"));
        }
        else if (late > settled + month.Open)
        {
            yield return new(month.Month, PublicReportErrors.MoreLateThanReceived(month.Month, settled + month.Open).At("/over14Days"));
        }
    }
}
