using Compliance.Application.Imports;
using Compliance.Domain.Results;

namespace Compliance.Application.Results;

/// <summary>One row of published results: its numbers parsed, its texts as printed.</summary>
/// <param name="Year">Null if unreadable.</param>
/// <param name="Institution">Null if unreadable.</param>
/// <param name="IsReadable">False if a cell is unreadable; the other cells are still validated.</param>
internal sealed record PublishedRow(int Line, int? Year, string? Institution, string? Unit, PrintedResult Printed, bool IsReadable);

/// <summary>The content of a file of published results, with an error for each unreadable cell.</summary>
internal sealed record PublishedFile(CsvFormat Format, int RowCount, IReadOnlyList<PublishedRow> Rows, IReadOnlyList<CellNote> Errors)
{
    /// <summary>Reads the bytes of a CSV file. Refuses bytes that are not UTF-8 (<see cref="CsvErrors.NotUtf8"/>).</summary>
    public static PublishedFile Read(byte[] bytes, Language language) => new PublishedCsv(bytes, language).Read();
}
