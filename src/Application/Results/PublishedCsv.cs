using Compliance.Application.Imports;
using Compliance.Domain.Results;

namespace Compliance.Application.Results;

/// <summary>Reads a file of published results (contract section 4).</summary>
internal sealed class PublishedCsv(byte[] bytes, Language language)
{
    private static readonly string[] Dimensions = ["input", "process", "output", "complaints"];
    private static readonly string[] Required = ["year", "institution"];

    private static readonly string[] Known =
        ["year", "institution", "unit", "score", .. Dimensions, "zone", "category", "status", "reason", "source"];

    private readonly CsvTable table = CsvTable.Open(bytes, language, Known, Required);

    public PublishedFile Read()
    {
        var rows = table.Rows().Select(ReadRow).ToList();

        return new(table.Format, table.Count, rows, table.Errors);
    }

    private static PublishedRow ReadRow(CsvRow row)
    {
        var year = ReadYear(row);
        var institution = row.Text("institution", PlainText.NameLength);
        var unit = row.Text("unit", PlainText.NameLength);
        var printed = new PrintedResult(
            row.Number("score"),
            Dimensions.Select(code => (code, points: row.Number(code)))
                .Where(pair => pair.points is not null)
                .ToDictionary(pair => pair.code, pair => pair.points!.Value),
            row.Text("zone", PlainText.NameLength),
            row.Text("category", PlainText.NameLength),
            row.Text("status", PlainText.NameLength),
            row.Text("reason", PlainText.NameLength),
            row.Text("source", PlainText.NoteLength));
        row.Required("institution");

        return new(row.Line, year, institution, unit, printed, row.IsReadable);
    }

    private static int? ReadYear(CsvRow row)
    {
        var year = row.Integer("year");

        if (year is not { } read || AssessmentYear.IsValid(read))
        {
            return year;
        }

        row.Refuse("year", AssessmentYear.OutOfRange);

        return null;
    }
}
