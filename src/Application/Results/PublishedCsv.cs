using Compliance.Application.Imports;
using Compliance.Domain.Results;

namespace Compliance.Application.Results;

/// <summary>One row of published results: its numbers parsed, its texts as printed.</summary>
/// <param name="Year">Null if unreadable.</param>
/// <param name="Institution">Null if unreadable.</param>
/// <param name="IsReadable">False if a cell is unreadable; the other cells are still validated.</param>
internal sealed record PublishedRow(int Line, int? Year, string? Institution, string? Unit, PrintedResult Printed, bool IsReadable);

/// <summary>
/// Reads a file of published results (contract section 4), with an error for each unreadable cell. Refuses bytes that are not UTF-8
/// (<see cref="CsvErrors.NotUtf8"/>).
/// </summary>
internal sealed class PublishedCsv(byte[] bytes, Language language)
{
    private static readonly string[] Dimensions = ["input", "process", "output", "complaints"];
    private static readonly string[] Required = ["year", "institution"];

    private static readonly string[] Known =
        ["year", "institution", "unit", "score", .. Dimensions, "zone", "category", "status", "reason", "source"];

    private readonly CsvTable table = CsvTable.Open(bytes, language, Known, Required);

    /// <summary>The errors of the rows that have been read; whoever checks the rows further adds theirs.</summary>
    public CellNotes Errors => table.Errors;

    public CsvFormat Format => table.Format;

    /// <summary>How many data rows have been read.</summary>
    public int Count => table.Count;

    /// <summary>Reads one row after the other; can be enumerated once.</summary>
    public IEnumerable<PublishedRow> Rows() => table.Rows().Select(ReadRow);

    private static PublishedRow ReadRow(CsvRow row)
    {
        var year = ReadYear(row);
        var institution = row.Text("institution", PlainText.NameLength);
        var unit = row.Text("unit", PlainText.NameLength);
        var printed = new PrintedResult(
            row.Number("score"),
            Dimensions.Select(code => (code, points: row.Number(code)))
                .Where(pair => pair.points is not null)
                .ToDictionary(pair => pair.code, pair => pair.points!.Value),
            row.Text("zone", PlainText.NameLength),
            row.Text("category", PlainText.NameLength),
            row.Text("status", PlainText.NameLength),
            row.Text("reason", PlainText.NameLength),
            row.Text("source", PlainText.NoteLength));
        row.Required("institution");

        return new(row.Line, year, institution, unit, printed, row.IsReadable);
    }

    private static int? ReadYear(CsvRow row)
    {
        var year = row.Integer("year");

        if (year is not { } read || AssessmentYear.IsValid(read))
        {
            return year;
        }

        row.Refuse("year", AssessmentYear.OutOfRange);

        return null;
    }
}
