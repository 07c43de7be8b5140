using System.Text;
using CsvHelper;

namespace Compliance.Application.Imports;

/// <summary>
/// The cells of an imported file, with an error for each one that cannot be read. A file that is separated by semicolons may
/// use the decimal comma; one that is separated by commas may not.
/// </summary>
internal sealed class CsvTable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string text;
    private readonly Language language;
    private readonly IReadOnlyList<string> known;
    private readonly IReadOnlyList<string> required;
    private readonly bool hasSemicolons;
    private readonly List<CellNote> errors = [];
    private Dictionary<string, int> columns = [];

    private CsvTable(string text, Language language, IReadOnlyList<string> known, IReadOnlyList<string> required)
    {
        (this.text, this.language, this.known, this.required) = (text, language, known, required);
        var header = text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length));
        hasSemicolons = header.Count(';') > header.Count(',');
    }

    public IReadOnlyList<CellNote> Errors => errors;

    public CsvFormat Format => new(hasSemicolons ? ";" : ",", HasDecimalCommas ? "," : ".");

    /// <summary>The number of data rows, including unreadable ones.</summary>
    public int Count { get; private set; }

    internal bool HasDecimalCommas { get; set; }

    internal bool MayHaveDecimalCommas => hasSemicolons;

    /// <summary>Opens the bytes of a CSV file. Refuses bytes that are not UTF-8 (<see cref="CsvErrors.NotUtf8"/>).</summary>
    /// <param name="known">The names of the possible columns, in any order and case.</param>
    public static CsvTable Open(byte[] bytes, Language language, IReadOnlyList<string> known, IReadOnlyList<string> required)
    {
        try
        {
            return new(StrictUtf8.GetString(bytes).TrimStart('\uFEFF'), language, known, required);
        }
        catch (DecoderFallbackException)
        {
            throw new DomainException(CsvErrors.NotUtf8);
        }
    }

    /// <summary>Returns the rows that have the right number of cells. Can be enumerated once.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        foreach (var (line, cells, broken) in Records())
        {
            if (broken)
            {
                Note(line, null, CsvErrors.BrokenQuote);
            }
            else if (columns.Count == 0)
            {
                ReadHeader(line, cells);

                if (errors.Count > 0)
                {
                    yield break;
                }
            }
            else if (++Count is var _ && cells.Length == columns.Count)
            {
                yield return new(this, line, cells);
            }
            else
            {
                Note(line, null, CsvErrors.CellCount(cells.Length, columns.Count));
            }
        }

        if (errors.Count == 0 && Count == 0)
        {
            Note(1, null, CsvErrors.Empty);
        }
    }

    public void Note(int line, string? column, DomainError error) => errors.Add(CellNote.Of(line, column, error, language));

    internal int? PlaceOf(string column) => columns.TryGetValue(column, out var index) ? index : null;

    private IEnumerable<(int Line, string[] Cells, bool Broken)> Records()
    {
        var broken = false;
        using var reader = CsvReader.FromText(text, new()
        {
            Separator = hasSemicolons ? ';' : ',',
            HasHeader = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            OnMalformedRecord = _ => broken = true,
        });

        while (reader.Read())
        {
            yield return ((int)reader.LineNumber, reader.Current.ToArray(), broken);
            broken = false;
        }
    }

    private void ReadHeader(int line, string[] cells)
    {
        var names = cells.Select(cell => known.FirstOrDefault(name => name.Equals(cell, StringComparison.OrdinalIgnoreCase)) ?? cell.ToLowerInvariant()).ToList();
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
