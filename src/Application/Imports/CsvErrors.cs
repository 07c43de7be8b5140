namespace Compliance.Application.Imports;

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
        $"Instansi atau unit dengan tahun atau bulan ini sudah ada pada baris {line}.",
        $"This institution or unit with this year or month stands on line {line} already.");

    public static DomainError NoInstrumentForYear(int year) => DomainError.Breaks(
        "noInstrumentForYear",
        $"Tidak ada instrumen untuk tahun {year}.",
        $"There is no instrument for the year {year}.");
}
