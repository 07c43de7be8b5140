using System.Globalization;

namespace Compliance.Application.Imports;

/// <summary>The rules for one cell that is not empty. A cell that a spreadsheet would run as a formula is refused.</summary>
internal static class CsvCell
{
    public static DomainError? CheckText(string cell, int most) =>
        cell[0] is '=' or '+' or '-' or '@' ? CsvErrors.FormulaCell : PlainText.Check(cell, most);

    /// <summary>Reads a number such as <c>-1.5</c> or, if the delimiter of the file allows it, <c>-1,5</c>; without thousands separators.</summary>
    public static (decimal? Number, DomainError? Error) ReadNumber(string cell, bool mayHaveDecimalComma)
    {
        if (cell[0] is '=' or '+' or '@')
        {
            return (null, CsvErrors.FormulaCell);
        }

        if (HasComma(cell) && !mayHaveDecimalComma)
        {
            return (null, CsvErrors.DecimalComma);
        }

        return decimal.TryParse(
            cell.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? (number, null)
                : (null, CsvErrors.NotANumber(cell));
    }

    public static (int? Number, DomainError? Error) ReadInteger(string cell, NumberStyles styles) =>
        int.TryParse(cell, styles, CultureInfo.InvariantCulture, out var number) ? (number, null) : (null, CsvErrors.NotANumber(cell));

    public static bool HasComma(string cell) => cell.Contains(',', StringComparison.Ordinal);
}
