using System.Globalization;

namespace Compliance.Application.Imports;

/// <summary>One row of a file. A cell that cannot be read is null and reported; a missing cell is null.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] cells)
{
    public int Line { get; } = line;

    /// <summary>False once a cell could not be read.</summary>
    public bool IsReadable { get; private set; } = true;

    public string? Cell(string column) => table.PlaceOf(column) is { } index && cells[index].Length > 0 ? cells[index] : null;

    public string? Text(string column, int most)
    {
        var cell = Cell(column);

        if (cell is not null && cell[0] is '=' or '+' or '-' or '@')
        {
            return Refuse(column, CsvErrors.FormulaCell);
        }

        return PlainText.Check(cell, most) is { } error ? Refuse(column, error) : cell;
    }

    public decimal? Number(string column)
    {
        if (Cell(column) is not { } cell)
        {
            return null;
        }

        var hasComma = cell.Contains(',', StringComparison.Ordinal);

        if (cell[0] is '=' or '+' or '@')
        {
            Refuse(column, CsvErrors.FormulaCell);
        }
        else if (hasComma && !table.MayHaveDecimalCommas)
        {
            Refuse(column, CsvErrors.DecimalComma);
        }
        else
        {
            table.HasDecimalCommas |= hasComma;

            if (decimal.TryParse(
                cell.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Refuse(column, CsvErrors.NotANumber(cell));
        }

        return null;
    }

    /// <summary>A required whole number.</summary>
    public int? Integer(string column, NumberStyles styles = NumberStyles.None)
    {
        if (Required(column) is not { } cell)
        {
            return null;
        }

        if (int.TryParse(cell, styles, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(column, CsvErrors.NotANumber(cell));

        return null;
    }

    public string? Required(string column) => Cell(column) ?? Refuse(column, PlainText.Required);

    public string? Refuse(string column, DomainError error)
    {
        table.Note(Line, column, error);
        IsReadable = false;

        return null;
    }
}
