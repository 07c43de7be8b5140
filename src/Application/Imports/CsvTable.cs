using System.Text.Unicode;

namespace Compliance.Application.Imports;

/// <summary>
/// The cells of an imported file, with an error for each one that cannot be read. A file that is separated by semicolons may
/// use the decimal comma; one that is separated by commas may not. Rows without content, and columns without content at the end, are skipped, as
/// spreadsheets leave them.
/// </summary>
internal sealed class CsvTable
{
    /// <summary>More than the whole country in twenty years, and few enough to be kept in memory.</summary>
    public const int MostRows = 100_000;

    private readonly CsvRecords records;
    private readonly IReadOnlyList<string> known;
    private readonly IReadOnlyList<string> required;
    private Dictionary<string, int> columns = [];
    private int named;
    private int width;

    private CsvTable(CsvRecords records, Language language, IReadOnlyList<string> known, IReadOnlyList<string> required)
    {
        (this.records, this.known, this.required) = (records, known, required);
        Errors = new(language);
    }

    public CellNotes Errors { get; }

    public CsvFormat Format => new(records.HasSemicolons ? ";" : ",", HasDecimalCommas ? "," : ".");

    /// <summary>The number of data rows, including unreadable ones.</summary>
    public int Count { get; private set; }

    internal bool HasDecimalCommas { get; set; }

    internal bool MayHaveDecimalCommas => records.HasSemicolons;

    /// <summary>Opens the bytes of a CSV file. Refuses bytes that are not UTF-8 (<see cref="CsvErrors.NotUtf8"/>).</summary>
    /// <param name="known">The names of the possible columns, in any order and case.</param>
    public static CsvTable Open(byte[] bytes, Language language, IReadOnlyList<string> known, IReadOnlyList<string> required) =>
        Utf8.IsValid(bytes) ? new(new(bytes), language, known, required) : throw new DomainException(CsvErrors.NotUtf8);

    /// <summary>Returns the rows that have the right number of cells. Can be enumerated once. Stops at a wrong header, and where the file is too large.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        foreach (var record in records.Read())
        {
            if (record.Problem is { } problem)
            {
                Note(record.Line, null, problem);
            }
            else if (columns.Count == 0)
            {
                ReadHeader(record.Line, record.Cells);

                if (Errors.Count > 0)
                {
                    yield break;
                }
            }
            else if (++Count > MostRows)
            {
                Note(record.Line, null, CsvErrors.TooManyRows);
                Count = MostRows;

                yield break;
            }
            else if (Fits(record.Cells))
            {
                yield return new(this, record.Line, record.Cells);
            }
            else
            {
                Note(record.Line, null, CsvErrors.CellCount(record.Cells.Length, named));
            }
        }

        if (Errors.Count == 0 && Count == 0)
        {
            Note(1, null, CsvErrors.Empty);
        }
    }

    public void Note(int line, string? column, DomainError error) => Errors.Add(line, column, error);

    internal int? PlaceOf(string column) => columns.TryGetValue(column, out var index) ? index : null;

    /// <summary>Beyond the last column with a name a row may have as many cells as the header, if they are empty.</summary>
    private bool Fits(string[] cells) => cells.Length >= named && cells.Length <= width && cells.Skip(named).All(cell => cell.Length == 0);

    private void ReadHeader(int line, string[] cells)
    {
        (width, named) = (cells.Length, 1 + Array.FindLastIndex(cells, cell => cell.Length > 0));
        var names = cells.Take(named)
            .Select(cell => known.FirstOrDefault(name => name.Equals(cell, StringComparison.OrdinalIgnoreCase)) ?? CsvErrors.Excerpt(cell.ToLowerInvariant()))
            .ToList();
        columns = names.Distinct().ToDictionary(name => name, name => names.IndexOf(name), StringComparer.Ordinal);

        foreach (var name in names.Where(name => !known.Contains(name)))
        {
            Note(line, name, CsvErrors.UnknownColumn(name, known));
        }

        foreach (var name in names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            Note(line, name, CsvErrors.ColumnTwice);
        }

        foreach (var name in required.Where(name => !names.Contains(name)))
        {
            Note(line, name, CsvErrors.ColumnMissing(name));
        }
    }
}
