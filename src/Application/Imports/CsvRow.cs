using System.Globalization;

namespace Compliance.Application.Imports;

/// <summary>One row of a file. A cell that cannot be read is null and reported; a missing cell is null.</summary>
internal sealed class CsvRow(CsvTable table, int line, string[] cells)
{
    public int Line { get; } = line;

    /// <summary>False once a cell could not be read.</summary>
    public bool IsReadable { get; private set; } = true;

    public string? Cell(string column) => table.PlaceOf(column) is { } index && cells[index].Length > 0 ? cells[index] : null;

    public string? Text(string column, int most) =>
        Cell(column) is { } cell && CsvCell.CheckText(cell, most) is { } error ? Refuse(column, error) : Cell(column);

    public decimal? Number(string column)
    {
        if (Cell(column) is not { } cell)
        {
            return null;
        }

        var (number, error) = CsvCell.ReadNumber(cell, table.MayHaveDecimalCommas);
        table.HasDecimalCommas |= table.MayHaveDecimalCommas && CsvCell.HasComma(cell) && error != CsvErrors.FormulaCell;

        return Read(column, number, error);
    }

    /// <summary>A required whole number.</summary>
    public int? Integer(string column, NumberStyles styles = NumberStyles.None)
    {
        if (Required(column) is not { } cell)
        {
            return null;
        }

        var (number, error) = CsvCell.ReadInteger(cell, styles);

        return Read(column, number, error);
    }

    public string? Required(string column) => Cell(column) ?? Refuse(column, PlainText.Required);

    public string? Refuse(string column, DomainError error)
    {
        table.Note(Line, column, error);
        IsReadable = false;

        return null;
    }

    private T? Read<T>(string column, T? value, DomainError? error)
        where T : struct
    {
        if (error is not null)
        {
            Refuse(column, error);
        }

        return value;
    }
}
