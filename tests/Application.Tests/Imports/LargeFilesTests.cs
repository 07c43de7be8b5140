using System.Text;
using Compliance.Application.Results;

namespace Compliance.Application.Tests.Imports;

/// <summary>Files made of the worst: they are read no further than necessary, and their report stays short.</summary>
public sealed class LargeFilesTests
{
    private const string Header = "year,institution,score\n";
    private const int Most = 10 * 1024 * 1024;
    private const int MostListed = 10_000;
    private const int MostRows = 100_000;

    /// <summary>Characters of the longest message that names a cell.</summary>
    private const int LongestMessage = 600;

    [Test]
    public async Task Ten_thousand_errors_are_listed_and_the_others_counted()
    {
        var report = await Send(Rows(15_387, line => $"2022,Kabupaten Antah Berantah {line},80"));

        (report.Rows, report.Errors.Count, report.ErrorsLeftOut).Should().Be((15_387, MostListed, 5_387));
        report.Errors.Select(error => error.Line).Should().Equal(Enumerable.Range(2, MostListed));
    }

    [Test]
    public async Task Names_are_suggested_for_the_first_five_hundred_unknown_ones_only()
    {
        var report = await Send(Rows(1_500, line => $"2022,Kabupaten Antah Berantah {line % 750},80"));
        var suggested = report.Errors.Where(error => error.Message.Contains("Closest names: ", StringComparison.Ordinal)).ToList();

        suggested.Should().HaveCount(1_000);
        suggested.Select(error => error.Message).Distinct().Should().HaveCount(500);
    }

    [Test]
    public async Task A_hundred_thousand_rows_are_read_and_no_more()
    {
        var enough = await Send(Rows(MostRows, line => $"2022,14.01,{line}x"));
        var tooMany = await Send(Rows(MostRows + 10, line => $"2022,14.01,{line}x"));

        // Each row has an unreadable score, and repeats the first one; the row after the last one is another error.
        (enough.Rows, enough.Errors.Count + enough.ErrorsLeftOut).Should().Be((MostRows, (2 * MostRows) - 1));
        (tooMany.Rows, tooMany.Errors.Count + tooMany.ErrorsLeftOut).Should().Be((MostRows, 2 * MostRows));
    }

    [Test]
    public async Task The_first_row_too_many_is_named()
    {
        var units = Enumerable.Range(2, MostRows + 5).Select(line => $"2022,14.01,80,unit {line}");

        Notes(await Send($"year,institution,score,unit\n{string.Join('\n', units)}")).Should().Equal($"{MostRows + 2} tooManyRows");
    }

    private static TestCaseData[] Worst() =>
    [
        new TestCaseData(new string(',', Most), "1 rowTooLong").SetName("{m}(commas)"),
        new TestCaseData(new string(';', Most), "1 rowTooLong").SetName("{m}(semicolons)"),
        new TestCaseData(Header + new string('x', Most), "1 rowTooLong").SetName("{m}(one cell)"),
        new TestCaseData(Header + "2022,\"" + new string('\n', Most), "1 rowTooLong").SetName("{m}(an open quotation mark)"),
        new TestCaseData(new string(',', 2_000) + "\n", "1 tooManyColumns").SetName("{m}(columns)"),
        new TestCaseData(new string('\n', Most), "1 emptyFile").SetName("{m}(empty lines)"),
        new TestCaseData(string.Concat(Enumerable.Repeat(",,\n", Most / 3)), "1 emptyFile").SetName("{m}(empty rows)"),
    ];

    [TestCaseSource(nameof(Worst))]
    public async Task A_file_of_ten_megabytes_of_nothing_has_one_error(string csv, string error) =>
        Notes(await Send(csv)).Should().ContainSingle().Which.Should().Be(error);

    [Test]
    public async Task Cells_are_shown_in_part()
    {
        var report = await Send($"year,institution,score,{new string('c', 5_000)}\n");
        report.Errors.Should().OnlyContain(error => error.Message.Length < LongestMessage && (error.Column ?? "").Length < 70);

        var emoji = await Send($"{Header}2022,14.01,{string.Concat(Enumerable.Repeat("👶", 5_000))}\n");
        emoji.Errors.Single().Message.Should().Be($"The value '{string.Concat(Enumerable.Repeat("👶", 30))}…' is not a number.");
    }

    private static string Rows(int count, Func<int, string> row) => Header + string.Join('\n', Enumerable.Range(2, count).Select(row));

    private static Task<ImportReport> Send(string csv) => UseCases.Send(new ImportResults(Encoding.UTF8.GetBytes(csv), true, null, null, Language.English));

    private static string[] Notes(ImportReport report) => [.. report.Errors.Select(note => $"{note.Line} {note.Code}")];
}
