using System.Text;

namespace Compliance.Api.Tests;

/// <summary>Which files an import reads, and how it names everything that is wrong with the others.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ImportFilesTests(string provider) : ApiTests(provider)
{
    /// <summary>One wrong cell each; everything else in the file is right.</summary>
    private static readonly TestCaseData[] WrongCells =
    [
        Wrong("year,institution,score\n2022,14.08,100.01\n", "2 score scoreOutOfRange"),
        Wrong("year,institution,score\n2022,14.08,-1\n", "2 score scoreOutOfRange"),
        Wrong("year,institution,score\n2022,14.08,82.075\n", "2 score tooManyDecimals"),
        Wrong("year,institution,score\n2022,14.08,high\n", "2 score notANumber"),
        Wrong("year,institution,score\n2022,14.08,1e1\n", "2 score notANumber"),
        Wrong("year,institution,score\n2022,14.08,\"82,07\"\n", "2 score decimalComma"),
        Wrong("year,institution,score\n2022,14.08,=1+1\n", "2 score formulaCell"),
        Wrong("year,institution,score\n2022,=1+1,82\n", "2 institution formulaCell"),
        Wrong("year,institution,score,source\n2022,14.08,82,@cmd\n", "2 source formulaCell"),
        Wrong("year,institution,score\n1899,14.08,82\n", "2 year yearOutOfRange"),
        Wrong("year,institution,score\n2020,14.08,82\n", "2 year noInstrumentForYear"),
        Wrong("year,institution,score\nsoon,14.08,82\n", "2 year notANumber"),
        Wrong("year,institution,score\n,14.08,82\n", "2 year required"),
        Wrong("year,institution,score\n2022,,82\n", "2 institution required"),
        Wrong("year,institution,score\n2022,14.08,\n", "2 score nothingPublished"),
        Wrong("year,institution,zone\n2022,14.08,purple\n", "2 zone unknownZone"),
        Wrong("year,institution,category\n2022,14.08,Z\n", "2 category unknownCategory"),
        Wrong("year,institution,status\n2022,14.08,lost\n", "2 status unknownStatus"),
        Wrong("year,institution,status,reason\n2022,14.08,notAssessed,rain\n", "2 reason unknownReason"),
        Wrong("year,institution,score,status,reason\n2022,14.08,82,notAssessed,security\n", "2 status notAssessedWithScore"),
        Wrong("year,institution,unit,score,input\n2022,14.08,DPMPTSP,82,21.86\n", "2 input pointsOutOfRange"),
        Wrong("year,institution,score\n2022,14.08,82\n2022,Kabupaten Siak,82\n", "3  duplicateRow"),
        Wrong("year,institution,unit,score\n2022,14.08,DPMPTSP,82\n2022,14.08,dpm ptsp,83\n", "3  duplicateRow"),
        Wrong("year,institution,score,colour\n2022,14.08,82,red\n", "1 colour unknownColumn"),
        Wrong("year,institution,score,score\n2022,14.08,82,83\n", "1 score columnTwice"),
        Wrong("institution,score\n14.08,82\n", "1 year columnMissing"),
        Wrong("year,institution,score\n2022,14.08\n", "2  cellCount"),
        Wrong("year,institution,score,source\n2022,14.08,82,a\0b\n", "2 source controlCharacter"),
        Wrong("year,institution,score\n2022,14\0.08,82\n", "2 institution controlCharacter"),
        Wrong("year,institution,score,source\n2022,14.08,82,\"two\nlines\"\n", "2 source controlCharacter"),
        Wrong("", "1  emptyFile"),
        Wrong("\n\n", "1  emptyFile"),
        Wrong("year,institution,score\n", "1  emptyFile"),
    ];

    [TestCaseSource(nameof(WrongCells))]
    public async Task A_wrong_cell_is_named_by_line_and_column_and_nothing_is_stored(string csv, string error)
    {
        var before = (await Get($"{Api}/results?limit=500")).ETag;

        Errors(await Shared.Import(csv)).Should().Equal(error);
        (await Get($"{Api}/results?limit=500")).ETag.Should().Be(before);
    }

    [Test]
    public async Task All_wrong_cells_are_named_and_the_right_rows_beside_them_are_not_stored()
    {
        var reply = await Shared.Import("""
            year,institution,unit,score,zone
            2022,Kabupaten Siak,,81.00,green
            1899,Kabupaten Siak,,101,green
            2022,Kabupaten Kampra,,80,
            2022,Kabupaten Siak,,81.00,green
            """);
        var report = reply.Problem(422, "importRefused");

        Errors(reply).Should().Equal("3 year yearOutOfRange", "4 institution unknownInstitution", "5  duplicateRow");
        (report.Number("rows"), report.Number("created"), report.Number("corrected")).Should().Be((4, 0, 0));
        (await Get($"{Api}/institutions/14.08/results/2022")).Problem(404, "notFound");
    }

    [Test]
    public async Task An_unknown_institution_comes_with_the_closest_three()
    {
        var error = (await Shared.Import("year,institution,score\n2022,Kabupaten Kampra,80\n")).Problem(422, "importRefused").At("errors/0");

        error.Text("code").Should().Be("unknownInstitution");
        error.Text("message").Should().Contain("Kabupaten Kampar").And.MatchRegex("[^,]+, [^,]+, [^,]+");
    }

    [Test]
    public async Task Messages_follow_the_reader_and_codes_do_not()
    {
        var body = ApiCalls.Bytes(Encoding.UTF8.GetBytes("year,institution,score\n2022,14.08,100.01\n"), "text/csv");
        var english = (await Shared.Send(HttpMethod.Post, $"{Api}/results/import", body, ("Accept-Language", "en"))).Problem(422, "importRefused");

        (english.Text("errors/0/code"), english.Text("errors/0/message")).Should().Be(("scoreOutOfRange", "A score must be between 0 and 100."));
    }

    [TestCase("year,institution,score\n2022,14.08,82.07\n", ",", ".")]
    [TestCase("year;institution;score\n2022;14.08;82,07\n", ";", ",")]
    [TestCase("year;institution;score\n2022;14.08;82.07\n", ";", ".")]
    public async Task The_file_says_by_its_delimiter_how_numbers_are_written(string csv, string delimiter, string mark)
    {
        var report = (await Shared.Import(csv, "?dryRun=true")).Ok();

        (report.Text("assumed/delimiter"), report.Text("assumed/decimalMark")).Should().Be((delimiter, mark));
        (report.Number("rows"), report.Number("created")).Should().Be((1, 1));
    }

    [TestCase("\uFEFFyear,institution,score\n2022,14.08,82.07\n", TestName = "A_byte_order_mark_is_no_part_of_the_file")]
    [TestCase("year,institution,score\r\n2022,14.08,82.07\r\n", TestName = "Lines_may_end_as_Windows_ends_them")]
    [TestCase("score,YEAR, institution \n82.07,2022,kabupaten  SIAK", TestName = "Columns_come_in_any_order_and_names_in_any_case")]
    [TestCase("year,institution,score,source\n2022,14.08,82.07,\"a \"\"b\"\", c\"\n", TestName = "A_quoted_cell_holds_commas_and_quotes_on_one_line")]
    public async Task A_file_is_read_as_spreadsheets_write_it(string csv) =>
        (await Shared.Import(csv, "?dryRun=true")).Ok().Number("created").Should().Be(1);

    [Test]
    public async Task A_quotation_mark_that_is_not_closed_is_named() =>
        Errors(await Shared.Import("year,institution,score,source\n2022,14.08,82.07,\"a\n")).Should().Contain(error => error.EndsWith("brokenQuote", StringComparison.Ordinal));

    [Test]
    public async Task A_file_that_is_not_UTF_8_is_refused_whole() =>
        (await Shared.Import([.. "year,institution,score\n2022,"u8, 0xE9, .. ",82\n"u8])).Problem(422, "notUtf8");

    [Test]
    public async Task A_file_of_20_MB_is_too_large()
    {
        var body = ApiCalls.Bytes(new byte[20 * 1024 * 1024], "text/csv");

        (await Shared.Send(HttpMethod.Post, $"{Api}/results/import", body, ("Expect", "100-continue"))).Problem(413, "bodyTooLarge");
    }

    [TestCase("text/plain")]
    [TestCase("application/json")]
    public async Task Only_CSV_is_imported(string mediaType) =>
        (await Shared.Import("year,institution,score\n"u8.ToArray(), "", mediaType)).Problem(415, "unsupportedMediaType");

    [TestCase("?dryRun=maybe", "/dryRun unknownValue")]
    [TestCase("?date=14.12.2023", "/date notADay")]
    [TestCase("?date=2023-12-14", "/decision required")]
    [TestCase("?dry=true", "/dry unknownParameter")]
    public async Task What_cannot_be_asked_is_refused_by_name(string query, string error) =>
        (await Shared.Import("year,institution,score\n2022,14.08,82\n", query)).Errors(400, "invalidRequest").Should().Equal(error);

    private static TestCaseData Wrong(string csv, string error) => new TestCaseData(csv, error).SetArgDisplayNames(error);

    /// <summary>"line column code" of every error.</summary>
    private static IReadOnlyList<string> Errors(Reply reply) =>
        [.. reply.Problem(422, "importRefused").Items("errors").Select(error => $"{error.Number("line")} {error.Text("column")} {error.Text("code")}")];
}
