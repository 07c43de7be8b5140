using Compliance.Domain.Access;
using Compliance.Domain.Common;
using Compliance.Domain.Institutions;

namespace Compliance.Domain.PublicReports;

/// <summary>A month with what follows from it and the months before it.</summary>
/// <param name="Open">Reports that are open at the end of the month: all received up to then without all settled.</param>
public sealed record CaseloadMonth(Month Month, CaseloadFigures Figures, int Open)
{
    /// <summary>Per cent of those settled, two decimals; null where none was settled.</summary>
    public decimal? SettledWithin14Days => CaseloadSeries.SettledWithin14Days.ValueOver([Figures]);
}

/// <summary>One thing wrong with the figures of a month.</summary>
public sealed record MonthFault(Month Month, Fault Fault);

/// <summary>All months on record of one institution. A balance runs through them, so each change is judged with all the others.</summary>
public sealed class Caseload(InstitutionId institution, IEnumerable<MonthlyCaseload> months)
{
    private readonly Dictionary<Month, MonthlyCaseload> rows = months.ToDictionary(row => row.Month);

    /// <summary>From the first to the last.</summary>
    public IReadOnlyList<CaseloadMonth> Months => Run(rows.ToDictionary(pair => pair.Key, pair => pair.Value.Figures));

    public MonthlyCaseload? this[Month month] => rows.GetValueOrDefault(month);

    /// <summary>What would be wrong, in any month, if these figures were put on record.</summary>
    /// <param name="latest">The month that it is by the calendar of the office.</param>
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

    /// <summary>Puts figures that have no faults on record; null where they stand there already.</summary>
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
