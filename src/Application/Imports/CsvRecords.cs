using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;

namespace Compliance.Application.Imports;

/// <summary>One record of a file that has content. Lines count from 1.</summary>
/// <param name="Problem">Why it could not be read; then it has no cells.</param>
internal readonly record struct CsvRecord(int Line, string[] Cells, DomainError? Problem);

/// <summary>
/// The records of a file in UTF-8, as spreadsheets write them: with a byte order mark, a line <c>sep=;</c>, empty records, and cells padded with spaces, also those
/// that do not break. Each is decoded when it is its turn.
/// </summary>
internal sealed partial class CsvRecords
{
    /// <summary>Bytes of UTF-8; the longest that an import can store has 25 KB.</summary>
    private const int LongestRecord = 64 * 1024;

    private const int MostColumns = 1000;
    private const int LongestHint = 32;

    private readonly byte[] bytes;
    private readonly int start;
    private readonly int skippedLines;

    public CsvRecords(byte[] bytes)
    {
        this.bytes = bytes;

        while (bytes.AsSpan(start).StartsWith(Encoding.UTF8.Preamble))
        {
            start += Encoding.UTF8.Preamble.Length;
        }

        var hint = SeparatorHint().Match(Encoding.Latin1.GetString(bytes, start, Math.Min(LongestHint, bytes.Length - start)));

        if (hint.Success)
        {
            (start, skippedLines) = (start + hint.Length, 1);
        }

        HasSemicolons = hint.Success ? hint.Groups["separator"].ValueSpan is ";" : HasMoreSemicolons(bytes.AsSpan(start).TrimStart("\r\n"u8));
    }

    /// <summary>Whether cells are separated by semicolons instead of commas.</summary>
    public bool HasSemicolons { get; }

    /// <summary>Can be enumerated once. Ends after a record that is too long.</summary>
    public IEnumerable<CsvRecord> Read()
    {
        var broken = false;
        using var reader = CsvReader.Create(new MemoryStream(bytes, start, bytes.Length - start, writable: false), new()
        {
            Separator = HasSemicolons ? ';' : ',',
            HasHeader = false,
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            DetectSeparatorHint = false,
            MaxRecordSize = LongestRecord,
            BufferSize = LongestRecord,
            OnMalformedRecord = _ => broken = true,
        });
        var line = skippedLines + 1;

        while (TryRead(reader) is { } read)
        {
            if (!read)
            {
                yield return new(line, [], CsvErrors.RecordTooLong);
                yield break;
            }

            line = skippedLines + (int)reader.LineNumber;
            var cells = reader.FieldCount > MostColumns ? [] : Cells(reader);
            var problem = broken ? CsvErrors.BrokenQuote : reader.FieldCount > MostColumns ? CsvErrors.TooManyColumns(MostColumns) : null;
            broken = false;

            if (problem is not null || Array.Exists(cells, cell => cell.Length > 0))
            {
                yield return new(line, cells, problem);
            }
        }
    }

    private static bool HasMoreSemicolons(ReadOnlySpan<byte> text)
    {
        var header = text[..(text.IndexOf((byte)'\n') is var end and >= 0 ? end : text.Length)];

        return header.Count((byte)';') > header.Count((byte)',');
    }

    /// <summary>Null at the end, false if the record is too long.</summary>
    private static bool? TryRead(CsvReader reader)
    {
        try
        {
            return reader.Read() ? true : null;
        }
        catch (CsvFormatException)
        {
            // Nothing else throws: what is malformed is recovered and noted.
            return false;
        }
    }

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];

        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = PlainText.Normalise(reader.GetString(index).Trim());
        }

        return cells;
    }

    /// <summary>The line by which Excel says how cells are separated.</summary>
    [GeneratedRegex("^\"?sep=(?<separator>[;,])\"?[;,]*\\r?\\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorHint();
}
