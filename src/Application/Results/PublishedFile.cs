using Compliance.Domain.Results;

namespace Compliance.Application.Results;

/// <summary>A remark on one cell of an imported file. Lines count from 1, including the header.</summary>
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
    /// <summary>Reads the bytes of a CSV file. Refuses bytes that are not UTF-8 (<see cref="CsvErrors.NotUtf8"/>).</summary>
    public static PublishedFile Read(byte[] bytes, Language language) => new PublishedCsv(bytes, language).Read();
}
