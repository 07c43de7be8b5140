using System.Text;
using Compliance.Application.Imports;
using Compliance.Application.Results;

namespace Compliance.Application.Tests.Imports;

/// <summary>How a file of published results is read: rehearsed imports, so that nothing is stored.</summary>
public sealed class PublishedCsvTests
{
    private const string Header = "year,institution,score\n";

    [Test]
    public async Task Columns_come_in_any_order_and_case()
    {
        var report = await Read("Score,INSTITUTION,year\n82.07,Kabupaten Kampar,2022\n");

        report.Errors.Should().BeEmpty();
        report.Should().BeEquivalentTo(new { Rows = 1, Created = 1, DryRun = true });
        report.Assumed.Should().Be(new CsvFormat(",", "."));
    }

    [Test]
    public async Task Semicolons_allow_the_decimal_comma()
    {
        var report = await Read("year;institution;score\n2022;Kabupaten Kampar;82,07\n2022;Kabupaten Siak;80.5\n");

        report.Errors.Should().BeEmpty();
        report.Assumed.Should().Be(new CsvFormat(";", ","));
    }

    [TestCase("2022,Kabupaten Kampar,\"82,07\"", "2 score decimalComma")]
    [TestCase("2022,Kabupaten Kampar,82.07x", "2 score notANumber")]
    [TestCase("2022,Kabupaten Kampar,1e2", "2 score notANumber")]
    [TestCase("2022,Kabupaten Kampar,1 000", "2 score notANumber")]
    [TestCase("2022,Kabupaten Kampar,-1", "2 score scoreOutOfRange")]
    [TestCase("2022,Kabupaten Kampar,100.01", "2 score scoreOutOfRange")]
    [TestCase("2022,Kabupaten Kampar,82.075", "2 score tooManyDecimals")]
    [TestCase("2022,Kabupaten Kampar,=1+1", "2 score formulaCell")]
    [TestCase("2022,Kabupaten Kampar,", "2 score nothingPublished")]
    [TestCase("2022,=HYPERLINK(1),80", "2 institution formulaCell")]
    [TestCase("2022,-Kampar,80", "2 institution formulaCell")]
    [TestCase("2022,@Kampar,80", "2 institution formulaCell")]
    [TestCase("2022,,80", "2 institution required")]
    [TestCase("2022,Kabupaten\u0001Kampar,80", "2 institution controlCharacter")]
    [TestCase("2022,Atlantis,80", "2 institution unknownInstitution")]
    [TestCase(",Kabupaten Kampar,80", "2 year required")]
    [TestCase("20x2,Kabupaten Kampar,80", "2 year notANumber")]
    [TestCase("2008,Kabupaten Kampar,80", "2 year yearOutOfRange")]
    [TestCase("2020,Kabupaten Kampar,80", "2 year noInstrumentForYear")]
    [TestCase("2022,Kabupaten Kampar", "2 cellCount")]
    [TestCase("2022,Kabupaten Kampar,80,", "2 cellCount")]
    [TestCase("2022,Kabupaten Kampar,80\n2022,14.01,81", "3 duplicateRow")]
    public async Task A_wrong_cell_is_named_by_line_and_column(string rows, string expected) =>
        NotesOf(await Read(Header + rows)).Should().Equal(expected);

    [TestCase("year,institution,colour\n2022,x,red", "1 colour unknownColumn")]
    [TestCase("year,institution,score,score\n2022,x,1,2", "1 score columnTwice")]
    [TestCase("score\n80", "1 year columnMissing", "1 institution columnMissing")]
    [TestCase("year;institution,score\n2022,x,1", "1 year;institution unknownColumn", "1 year columnMissing", "1 institution columnMissing")]
    [TestCase("year,institution,score\n", "1 emptyFile")]
    [TestCase("year,institution,score", "1 emptyFile")]
    [TestCase("", "1 emptyFile")]
    public async Task A_wrong_header_is_told_before_any_row(string csv, params string[] expected) =>
        NotesOf(await Read(csv)).Should().Equal(expected);

    [Test]
    public async Task Every_error_of_a_file_is_listed_in_the_order_of_its_lines() =>
        NotesOf(await Read(Header + "2022,Atlantis,80\n2022,Kabupaten Siak,81\n2022,Kabupaten Kampar,x\n20,Kabupaten Kampar,y\n"))
            .Should().Equal("2 institution unknownInstitution", "4 score notANumber", "5 year yearOutOfRange", "5 score notANumber");

    [Test]
    public async Task Lines_are_counted_as_an_editor_counts_them() =>
        NotesOf(await Read("year,institution,score,source\n2022,Kabupaten Siak,80,\"two\nlines\"\n\n2022,Atlantis,80,\n"))
            .Should().Equal("2 source controlCharacter", "5 institution unknownInstitution");

    [Test]
    public async Task Quoted_cells_may_hold_the_delimiter_and_quotes()
    {
        var report = await Read("year,institution,score,source\r\n2022,\"Kabupaten Kampar\",\"80\",\"Sejagatnews, \"\"Kampar\"\" page 1\"\r\n");

        report.Errors.Should().BeEmpty();
        report.Rows.Should().Be(1);
    }

    [Test]
    public async Task A_quotation_mark_that_is_never_closed_is_named() =>
        NotesOf(await Read(Header + "2022,\"Kabupaten Kampar,80\n")).Should().ContainSingle().Which.Should().EndWith("brokenQuote");

    [Test]
    public async Task A_byte_order_mark_is_no_part_of_the_first_column() =>
        (await Send([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Header + "2022,14.01,82.07")])).Errors.Should().BeEmpty();

    [Test]
    public async Task Other_bytes_than_UTF_8_are_refused()
    {
        var act = () => Send([.. Encoding.UTF8.GetBytes(Header), 0xE9, 0x0A]);

        (await act.Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(CsvErrors.NotUtf8);
    }

    [Test]
    public async Task Spaces_around_a_cell_are_no_part_of_it() =>
        (await Read("year , institution, score\n 2022 ,  Kabupaten Kampar , 82.07 \n")).Errors.Should().BeEmpty();

    [TestCase("14.01")]
    [TestCase("KABUPATEN KAMPAR")]
    [TestCase("kabupaten-kampar")]
    public async Task An_institution_is_a_code_or_a_name(string institution) =>
        (await Read($"{Header}2022,{institution},80")).Errors.Should().BeEmpty();

    [Test]
    public async Task Messages_speak_the_readers_language_and_name_the_closest()
    {
        const string Csv = Header + "2022,Kabupaten Kamper,80";

        (await Read(Csv, Language.English)).Errors.Single().Message.Should().StartWith("There is no institution 'Kabupaten Kamper'. Closest names: Kabupaten Kampar,");
        (await Read(Csv, Language.Indonesian)).Errors.Single().Message.Should().StartWith("Instansi 'Kabupaten Kamper' tidak ditemukan. Nama terdekat: Kabupaten Kampar,");
    }

    [Test]
    public async Task A_contradiction_is_a_warning_with_its_place()
    {
        var report = await Read("year,institution,score,zone,category\n2022,14.01,77.99,hijau,Kualitas Tinggi\n");

        report.Errors.Should().BeEmpty();
        report.Warnings.Select(note => $"{note.Line} {note.Column} {note.Code}").Should().Equal("2 zone zoneDiffers", "2 category categoryDiffers");
    }

    [Test]
    public async Task A_unit_without_a_name_is_refused() =>
        NotesOf(await Read("year,institution,unit,score\n2022,14.01,.,80\n")).Should().Equal("2 unit required");

    [Test]
    public async Task The_published_results_that_ship_are_read_without_an_error()
    {
        var report = await Send(await File.ReadAllBytesAsync(Path.Combine(TestDatabase.ShippedPath, "results", "published.csv")));

        report.Errors.Should().BeEmpty();
        (report.Created + report.Unchanged + report.Corrected).Should().Be(report.Rows);
    }

    private static IEnumerable<string> NotesOf(ImportReport report) =>
        report.Errors.Select(note => note.Column is null ? $"{note.Line} {note.Code}" : $"{note.Line} {note.Column} {note.Code}");

    private static Task<ImportReport> Read(string csv, Language language = Language.English) => Send(Encoding.UTF8.GetBytes(csv), language);

    private static Task<ImportReport> Send(byte[] csv, Language language = Language.English) =>
        UseCases.Send(new ImportResults(csv, DryRun: true, null, null, language));
}
