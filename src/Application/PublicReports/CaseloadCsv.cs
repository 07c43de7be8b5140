using System.Globalization;
using Compliance.Application.Imports;
using Compliance.Domain.PublicReports;

namespace Compliance.Application.PublicReports;

/// <summary>One row of a file of public reports.</summary>
/// <param name="Institution">A code or an exact name; null if unreadable.</param>
/// <param name="Figures">Null if one of them is unreadable.</param>
internal sealed record CaseloadRow(int Line, string? Institution, Month? Month, CaseloadFigures? Figures);

/// <summary>Reads a file of monthly figures of public reports.</summary>
internal sealed class CaseloadCsv(byte[] bytes, Language language)
{
    private static readonly string[] Columns = ["institution", "month", "received", "settled", "medianDays", "over14Days"];

    private readonly CsvTable table = CsvTable.Open(bytes, language, Columns, Columns);

    public CellNotes Errors => table.Errors;

    public CsvFormat Format => table.Format;

    public int Count => table.Count;

    /// <summary>Reads one row after the other; can be enumerated once.</summary>
    public IEnumerable<CaseloadRow> Rows() => table.Rows().Select(ReadRow);

    public void Note(int line, string? column, DomainError error) => table.Note(line, column, error);

    private static CaseloadRow ReadRow(CsvRow row)
    {
        row.Required("institution");
        var institution = row.Text("institution", PlainText.NameLength);
        var month = ReadMonth(row);
        var (received, settled, late) = (ReadCount(row, "received"), ReadCount(row, "settled"), ReadCount(row, "over14Days"));
        var median = row.Number("medianDays");

        return new(row.Line, institution, month, row.IsReadable ? new(received!.Value, settled!.Value, median, late!.Value) : null);
    }

    private static Month? ReadMonth(CsvRow row)
    {
        if (row.Required("month") is not { } cell)
        {
            return null;
        }

        if (Month.TryRead(cell, out var month))
        {
            return month;
        }

        row.Refuse("month", PublicReportErrors.NotAMonth);

        return null;
    }

    private static int? ReadCount(CsvRow row, string column) => row.Integer(column, NumberStyles.AllowLeadingSign);
}
