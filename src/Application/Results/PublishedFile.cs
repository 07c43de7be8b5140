using Compliance.Application.Imports;
using Compliance.Domain.Results;

namespace Compliance.Application.Results;

/// <summary>One row of published results, its numbers read and its words as printed.</summary>
/// <param name="Year">Null where it cannot be read.</param>
/// <param name="Institution">Null where it cannot be read.</param>
/// <param name="IsReadable">False where a cell cannot be read; the others are still worth checking.</param>
internal sealed record PublishedRow(int Line, int? Year, string? Institution, string? Unit, PrintedResult Printed, bool IsReadable);

/// <summary>What a file of published results holds, and everything that cannot be read.</summary>
internal sealed record PublishedFile(CsvFormat Format, int RowCount, IReadOnlyList<PublishedRow> Rows, IReadOnlyList<CellNote> Errors)
{
    /// <summary>Reads the bytes of a CSV file. Refuses bytes that are not UTF-8 (<see cref="CsvErrors.NotUtf8"/>).</summary>
    public static PublishedFile Read(byte[] bytes, Language language) => new PublishedCsv(bytes, language).Read();
}
