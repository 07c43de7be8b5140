using System.Text;
using Compliance.Application.Results;

namespace Compliance.Application.Tests.Imports;

/// <summary>Files as spreadsheets leave them: with rows and columns of nothing, padded cells, and a line about the separator.</summary>
public sealed class SpreadsheetTests
{
    private const char NoBreak = '\u00A0';

    [TestCase("year;institution;score\n2022;14.01;80\n;;\n;;\n", TestName = "{m}(empty rows at the end)")]
    [TestCase("year;institution;score\n;;\n2022;14.01;80\n", TestName = "{m}(an empty row between)")]
    [TestCase(";;\nyear;institution;score\n2022;14.01;80\n", TestName = "{m}(an empty row above)")]
    [TestCase("\r\n\r\nyear;institution;score\r\n2022;14.01;80\r\n", TestName = "{m}(empty lines above)")]
    [TestCase("year;institution;score;;\n2022;14.01;80;;\n;;;;\n", TestName = "{m}(empty columns at the end)")]
    [TestCase("year;institution;score;;\n2022;14.01;80\n", TestName = "{m}(empty columns in the header only)")]
    [TestCase("year;institution;score\n2022;14.01;80\n;;;;;;;\n", TestName = "{m}(an empty row that is too wide)")]
    [TestCase("sep=;\nyear;institution;score\n2022;14.01;80,5\n", TestName = "{m}(a line about the separator)")]
    [TestCase("\"sep=;\"\r\nyear;institution;score\r\n2022;14.01;80\r\n", TestName = "{m}(the same in quotes)")]
    [TestCase("SEP=,\nyear,institution,score\n2022,14.01,80\n", TestName = "{m}(a comma as separator)")]
    [TestCase("\uFEFFsep=;\nyear;institution;score\n2022;14.01;80\n", TestName = "{m}(a byte order mark before it)")]
    [TestCase("year;institution;score\n 2022 ;\" 14.01 \";\t80 \n", TestName = "{m}(padded with spaces)")]
    public async Task A_file_is_read_as_it_was_meant(string csv)
    {
        var report = await Send(csv);

        (report.Rows, Notes(report), report.WarningsLeftOut, report.ErrorsLeftOut).Should().BeEquivalentTo((1, Array.Empty<string>(), default(int?), default(int?)));
    }

    [TestCase('\u00A0')]
    [TestCase('\u202F')]
    [TestCase('\u2007')]
    public async Task Spaces_that_do_not_break_are_padding_too(char space)
    {
        var report = await Send($"year{space};{space}institution;score\n{space}2022;Kabupaten Kampar{space};{space}80,5{space}\n{space};{space};\n");

        (report.Rows, Notes(report)).Should().BeEquivalentTo((1, Array.Empty<string>()));
    }

    [Test]
    public async Task A_space_within_a_number_is_none() =>
        Notes(await Send($"year;institution;score\n2022;14.01;8{NoBreak}0\n")).Should().Equal("2 score notANumber");

    [Test]
    public async Task Lines_stay_those_of_the_file() =>
        Notes(await Send("sep=;\n;;\nyear;institution;score\n;;\n2022;Atlantis;80\n;;\n2022;14.01;x\n"))
            .Should().Equal("5 institution unknownInstitution", "7 score notANumber");

    [TestCase("year;institution;score;\n2022;14.01;80;x\n", "2  cellCount", TestName = "{m}(content beyond the last column)")]
    [TestCase("year;;institution;score\n2022;;14.01;80\n", "1  unknownColumn", TestName = "{m}(a column without a name between)")]
    [TestCase("sep=|\nyear|institution|score\n2022|14.01|80\n", "1 sep=| unknownColumn", "1 year columnMissing", "1 institution columnMissing", TestName = "{m}(another separator)")]
    [TestCase("sep=;\n", "1  emptyFile", TestName = "{m}(only the line about the separator)")]
    [TestCase("year;institution;score\n;;\n", "1  emptyFile", TestName = "{m}(only empty rows)")]
    public async Task Nothing_else_is_overlooked(string csv, params string[] errors) => Notes(await Send(csv)).Should().Equal(errors);

    private static Task<ImportReport> Send(string csv) => UseCases.Send(new ImportResults(Encoding.UTF8.GetBytes(csv), true, null, null, Language.English));

    private static string[] Notes(ImportReport report) => [.. report.Errors.Select(note => $"{note.Line} {note.Column} {note.Code}")];
}
