using System.Globalization;
using Compliance.Domain.Results;
using CsvHelper;

namespace Compliance.Application.Results;

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
