namespace Compliance.Application.Imports;

public static class CsvErrors
{
    public static readonly DomainError NotUtf8 = DomainError.Invalid(
        "notUtf8", "Berkas tidak menggunakan UTF-8; simpan ulang sebagai UTF-8.", "The file is not UTF-8; save it again as UTF-8.");

    public static readonly DomainError BrokenQuote = DomainError.Invalid(
        "brokenQuote", "Tanda kutip tidak ditutup.", "A quotation mark is not closed.");

    public static readonly DomainError Empty = DomainError.Invalid(
        "emptyFile", "Berkas tidak memuat baris data.", "The file has no rows.");

    public static readonly DomainError ColumnTwice = DomainError.Invalid(
        "columnTwice", "Kolom ini muncul lebih dari satu kali.", "This column occurs more than once.");

    public static readonly DomainError FormulaCell = DomainError.Invalid(
        "formulaCell",
        "Sel ini diawali tanda rumus (=, +, -, @); hapus tanda tersebut.",
        "The cell begins with a formula sign (=, +, -, @); remove the sign.");

    public static readonly DomainError DecimalComma = DomainError.Invalid(
        "decimalComma",
        "Koma desimal hanya dapat digunakan dalam berkas dengan pemisah titik koma; tulis 82.07.",
        "A decimal comma is only possible in a file separated by semicolons; write 82.07.");

    public static readonly DomainError RecordTooLong = DomainError.Invalid(
        "rowTooLong",
        "Baris ini terlalu panjang, atau tanda kutip di dalamnya tidak ditutup; pembacaan berkas dihentikan di sini.",
        "The row is too long, or a quotation mark in it is not closed; the file was read no further.");

    public static readonly DomainError TooManyRows = DomainError.Invalid(
        "tooManyRows",
        $"Paling banyak {Figures.Indonesian(CsvTable.MostRows)} baris dalam satu berkas; bagi berkas ini.",
        $"At most {Figures.English(CsvTable.MostRows)} rows in one file; divide it.");

    private const int LongestExcerpt = 60;

    public static DomainError TooManyColumns(int most) => DomainError.Invalid(
        "tooManyColumns", $"Paling banyak {Figures.Indonesian(most)} kolom.", $"At most {Figures.English(most)} columns are allowed.");

    /// <summary>Shows so much of a cell that it is recognised.</summary>
    public static string Excerpt(string cell) => cell.Length <= LongestExcerpt ? cell : $"{PlainText.Shorten(cell, LongestExcerpt)}…";

    public static DomainError UnknownColumn(string name, IEnumerable<string> known)
    {
        var names = string.Join(", ", known);

        return DomainError.Invalid(
            "unknownColumn", $"Kolom '{name}' tidak dikenal. Kolom yang tersedia: {names}.", $"Unknown column '{name}'. Available columns: {names}.");
    }

    public static DomainError ColumnMissing(string name) => DomainError.Invalid(
        "columnMissing", $"Kolom '{name}' wajib ada.", $"The column '{name}' is required.");

    public static DomainError CellCount(int found, int expected) => DomainError.Invalid(
        "cellCount", $"Baris ini memuat {found} sel, seharusnya {expected}.", $"The row has {found} cells instead of {expected}.");

    public static DomainError NotANumber(string cell) => DomainError.Invalid(
        "notANumber", $"Nilai '{Excerpt(cell)}' bukan angka.", $"The value '{Excerpt(cell)}' is not a number.");

    public static DomainError DuplicateRow(int line) => DomainError.Invalid(
        "duplicateRow",
        $"Instansi atau unit layanan ini dengan tahun atau bulan yang sama sudah ada pada baris {line}.",
        $"This institution or service unit already has a row for the same year or month, on line {line}.");

    public static DomainError NoInstrumentForYear(int year) => DomainError.Invalid(
        "noInstrumentForYear",
        $"Tidak ada instrumen untuk tahun {year}.",
        $"There is no instrument for the year {year}.");
}
