using System.Globalization;
using System.Text;
using Compliance.Domain.Results;
using CsvHelper;

namespace Compliance.Application.Results;

/// <summary>One thing about one cell of an imported file. Lines count from 1, the header included.</summary>
public sealed record CellNote(int Line, string? Column, string Code, string Message)
{
    public static CellNote Of(int line, string? column, DomainError error, Language language) => new(line, column, error.Code, error.Message.In(language));
}

/// <summary>How the file was read: its delimiter, and the decimal mark that follows from it.</summary>
public sealed record CsvFormat(string Delimiter, string DecimalMark);

/// <summary>One row of published results, its numbers read and its words as printed.</summary>
/// <param name="Year">Null where it cannot be read.</param>
/// <param name="Institution">Null where it cannot be read.</param>
/// <param name="IsWhole">False where a cell cannot be read; the others are still worth checking.</param>
internal sealed record PublishedRow(int Line, int? Year, string? Institution, string? Unit, PrintedResult Printed, bool IsWhole);

/// <summary>What a file of published results holds, and everything that cannot be read.</summary>
internal sealed record PublishedFile(CsvFormat Format, int RowCount, IReadOnlyList<PublishedRow> Rows, IReadOnlyList<CellNote> Errors)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the bytes of a CSV file. Refuses bytes that are not UTF-8 (<see cref="CsvErrors.NotUtf8"/>).</summary>
    public static PublishedFile Read(byte[] bytes, Language language)
    {
        string text;

        try
        {
            text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new DomainException(CsvErrors.NotUtf8);
        }

        return new PublishedCsv(text, language).Read();
    }
}

/// <summary>
/// Reads published results cell by cell (contract section 4). A file that is separated by semicolons may
/// use the decimal comma; one that is separated by commas may not.
/// </summary>
internal sealed class PublishedCsv
{
    private static readonly string[] Dimensions = ["input", "process", "output", "complaints"];
    private static readonly string[] Required = ["year", "institution"];

    private static readonly string[] Known =
        ["year", "institution", "unit", "score", .. Dimensions, "zone", "category", "status", "reason", "source"];

    private readonly string text;
    private readonly Language language;
    private readonly bool hasSemicolons;
    private readonly List<CellNote> errors = [];
    private bool hasDecimalCommas;
    private Dictionary<string, int> columns = [];

    public PublishedCsv(string text, Language language)
    {
        this.text = text;
        this.language = language;
        var header = text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? end : text.Length));
        hasSemicolons = header.Count(';') > header.Count(',');
    }

    public PublishedFile Read()
    {
        var rows = new List<PublishedRow>();
        var count = 0;

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
                    break;
                }
            }
            else if (++count is var _ && ReadRow(line, cells) is { } row)
            {
                rows.Add(row);
            }
        }

        if (errors.Count == 0 && count == 0)
        {
            Note(1, null, CsvErrors.Empty);
        }

        return new(new(hasSemicolons ? ";" : ",", hasDecimalCommas ? "," : "."), count, rows, errors);
    }

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
        var names = cells.Select(cell => cell.ToLowerInvariant()).ToList();
        columns = names.Distinct().ToDictionary(name => name, name => names.IndexOf(name), StringComparer.Ordinal);

        foreach (var name in names.Where(name => !Known.Contains(name)))
        {
            Note(line, name, CsvErrors.UnknownColumn(name, Known));
        }

        foreach (var name in names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            Note(line, name, CsvErrors.ColumnTwice);
        }

        foreach (var name in Required.Where(name => !names.Contains(name)))
        {
            Note(line, name, CsvErrors.ColumnMissing(name));
        }
    }

    private PublishedRow? ReadRow(int line, string[] cells)
    {
        var before = errors.Count;

        if (cells.Length != columns.Count)
        {
            Note(line, null, CsvErrors.CellCount(cells.Length, columns.Count));

            return null;
        }

        var year = ReadYear(line, cells);
        var institution = ReadText(line, cells, "institution", PlainText.NameLength);
        var unit = ReadText(line, cells, "unit", PlainText.NameLength);
        var printed = new PrintedResult(
            ReadNumber(line, cells, "score"),
            Dimensions.Select(code => (code, points: ReadNumber(line, cells, code)))
                .Where(pair => pair.points is not null)
                .ToDictionary(pair => pair.code, pair => pair.points!.Value),
            ReadText(line, cells, "zone", PlainText.NameLength),
            ReadText(line, cells, "category", PlainText.NameLength),
            ReadText(line, cells, "status", PlainText.NameLength),
            ReadText(line, cells, "reason", PlainText.NameLength),
            ReadText(line, cells, "source", PlainText.NoteLength));

        if (Cell(cells, "institution") is null)
        {
            Note(line, "institution", PlainText.Required);
        }

        return new(line, year, institution, unit, printed, errors.Count == before);
    }

    private int? ReadYear(int line, string[] cells)
    {
        var cell = Cell(cells, "year");

        if (cell is null)
        {
            Note(line, "year", PlainText.Required);
        }
        else if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            Note(line, "year", CsvErrors.NotANumber(cell));
        }
        else if (!AssessmentYear.IsValid(year))
        {
            Note(line, "year", AssessmentYear.OutOfRange);
        }
        else
        {
            return year;
        }

        return null;
    }

    private string? ReadText(int line, string[] cells, string column, int most)
    {
        var cell = Cell(cells, column);

        if (cell is not null && cell[0] is '=' or '+' or '-' or '@')
        {
            Note(line, column, CsvErrors.FormulaCell);

            return null;
        }

        if (PlainText.Check(cell, most) is { } error)
        {
            Note(line, column, error);

            return null;
        }

        return cell;
    }

    private decimal? ReadNumber(int line, string[] cells, string column)
    {
        if (Cell(cells, column) is not { } cell)
        {
            return null;
        }

        if (cell[0] is '=' or '+' or '@')
        {
            Note(line, column, CsvErrors.FormulaCell);

            return null;
        }

        if (cell.Contains(',', StringComparison.Ordinal) && !hasSemicolons)
        {
            Note(line, column, CsvErrors.DecimalComma);

            return null;
        }

        hasDecimalCommas |= cell.Contains(',', StringComparison.Ordinal);

        if (decimal.TryParse(
            cell.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Note(line, column, CsvErrors.NotANumber(cell));

        return null;
    }

    private string? Cell(string[] cells, string column) =>
        columns.TryGetValue(column, out var place) && cells[place].Length > 0 ? cells[place] : null;

    private void Note(int line, string? column, DomainError error) => errors.Add(CellNote.Of(line, column, error, language));
}

public static class CsvErrors
{
    public static readonly DomainError NotUtf8 = DomainError.Breaks(
        "notUtf8", "Isi berkas bukan UTF-8; simpan ulang sebagai UTF-8.", "The file is not UTF-8; save it again as UTF-8.");

    public static readonly DomainError BrokenQuote = DomainError.Breaks(
        "brokenQuote", "Tanda kutip tidak ditutup.", "A quotation mark is not closed.");

    public static readonly DomainError Empty = DomainError.Breaks(
        "emptyFile", "Berkas tidak memuat baris data.", "The file has no rows.");

    public static readonly DomainError ColumnTwice = DomainError.Breaks(
        "columnTwice", "Kolom ini muncul lebih dari sekali.", "This column occurs more than once.");

    public static readonly DomainError FormulaCell = DomainError.Breaks(
        "formulaCell",
        "Sel mulai dengan tanda rumus (=, +, -, @); hapus tanda itu.",
        "The cell starts like a formula (=, +, -, @); remove that sign.");

    public static readonly DomainError DecimalComma = DomainError.Breaks(
        "decimalComma",
        "Koma desimal hanya untuk berkas yang dipisah titik koma; tulis 82.07.",
        "A decimal comma needs a file separated by semicolons; write 82.07.");

    public static DomainError UnknownColumn(string name, IEnumerable<string> known)
    {
        var names = string.Join(", ", known);

        return DomainError.Breaks("unknownColumn", $"Kolom '{name}' tidak dikenal. Yang ada: {names}.", $"Unknown column '{name}'. Known: {names}.");
    }

    public static DomainError ColumnMissing(string name) => DomainError.Breaks(
        "columnMissing", $"Kolom '{name}' harus ada.", $"The column '{name}' is needed.");

    public static DomainError CellCount(int found, int expected) => DomainError.Breaks(
        "cellCount", $"Baris ini memuat {found} sel, seharusnya {expected}.", $"The row has {found} cells instead of {expected}.");

    public static DomainError NotANumber(string cell) => DomainError.Breaks(
        "notANumber", $"'{cell}' bukan angka.", $"'{cell}' is not a number.");

    public static DomainError DuplicateRow(int line) => DomainError.Breaks(
        "duplicateRow",
        $"Instansi atau unit dan tahun ini sudah ada pada baris {line}.",
        $"This institution or unit and year stand on line {line} already.");

    public static DomainError NoInstrumentForYear(int year) => DomainError.Breaks(
        "noInstrumentForYear",
        $"Tidak ada instrumen untuk tahun {year}.",
        $"There is no instrument for the year {year}.");
}
