namespace Compliance.Api.Tests.PublicReports;

/// <summary>The caseload of public reports, month by month.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class PublicReportTests(string provider) : ApiTests(provider)
{
    private const string Series = $"{Api}/institutions/14.04/public-reports";
    private const string Header = "institution,month,received,settled,medianDays,over14Days\n";

    [Test]
    public async Task A_month_is_recorded_corrected_and_read_with_what_follows_from_it()
    {
        await using var host = await Fresh();
        var made = await Put(host, "2023-12", new { received = 12, settled = 8, medianDays = 9.5, over14Days = 2 });
        (made.Ok().Number("open"), made.Json.Number("settledWithin14Days"), made.ETag[..3]).Should().Be((4, 75m, "\"v1"));
        (await Put(host, "2024-01", new { received = 3, settled = 0, over14Days = 1 })).Ok().Absent("settledWithin14Days").Should().BeTrue();

        (await Put(host, "2023-12", new { received = 12, settled = 8, medianDays = 9.5, over14Days = 2 })).Ok().Number("version").Should().Be(1, "the same again");
        var corrected = new { received = 12, settled = 9, medianDays = 10, over14Days = 2 };
        (await Put(host, "2023-12", corrected)).Problem(428, "ifMatchMissing");
        (await Put(host, "2023-12", corrected, 7)).Problem(412, "versionDiffers");
        (await Put(host, "2023-12", corrected, 1)).Ok().Number("version").Should().Be(2);

        var items = (await host.SendAs("liaison.14.04", HttpMethod.Get, Series)).Ok().Items();
        items.Select(item => (item.Text("month"), item.Number("open"), item.Number("settledWithin14Days"))).Should().Equal(("2023-12", 3, 77.78m), ("2024-01", 6, null));
        (await host.SendAs("head.riau", HttpMethod.Get, $"{Series}?from=2024-01&to=2024-03")).Ok().Texts("items", "month").Should().Equal("2024-01");
        var first = (await host.SendAs("head.riau", HttpMethod.Get, $"{Series}?limit=1")).Ok();
        (await host.SendAs("head.riau", HttpMethod.Get, $"{Series}?limit=1&cursor={first.Text("next")}")).Ok().Texts("items", "month").Should().Equal("2024-01");
    }

    [Test]
    public async Task What_cannot_be_is_refused_at_its_place_and_nothing_is_stored()
    {
        await using var host = await Fresh();
        // 23:30 of 31 March in Riau (WIB).
        host.Clock.Set(new(2024, 3, 31, 16, 30, 0, TimeSpan.Zero));

        (await Put(host, "2024-04", new { received = 1, settled = 0, over14Days = 0 })).Errors(422, "publicReportsRefused").Should().Equal("/month monthInFuture");
        (await Put(host, "2024-03", new { received = 1, settled = 2, medianDays = 3, over14Days = 0 })).Errors(422, "publicReportsRefused").Should().Equal("/settled moreSettledThanOpen");
        (await Put(host, "2024-03", new { received = 1, settled = 1, over14Days = 2 })).Errors(422, "publicReportsRefused").Should().Equal("/medianDays medianMissing");
        (await Put(host, "2024-03", new { received = 1, settled = 1, medianDays = 3, over14Days = 2 })).Errors(422, "publicReportsRefused").Should().Equal("/over14Days moreLateThanThere");
        (await Put(host, "2024-03", new { })).Errors(400, "invalidRequest").Should().BeEquivalentTo("/received required", "/settled required", "/over14Days required");
        (await Put(host, "2024-3", new { received = 1, settled = 0, over14Days = 0 })).Errors(400, "invalidRequest").Should().Equal("/month notAMonth");
        (await host.SendAs("head.riau", HttpMethod.Get, Series)).Ok().Items().Should().BeEmpty();

        host.Clock.Set(new(2024, 3, 31, 17, 30, 0, TimeSpan.Zero));
        (await Put(host, "2024-04", new { received = 1, settled = 0, over14Days = 0 })).Ok();
    }

    [Test]
    public async Task Only_the_office_keeps_the_record_and_others_of_its_institutions_alone_read_it()
    {
        await using var host = await Fresh();
        await Put(host, "2024-01", new { received = 3, settled = 0, over14Days = 1 });

        (await host.SendAs("liaison.14.01", HttpMethod.Get, Series)).Ok().Items().Should().BeEmpty();
        (await host.Change("liaison.14.04", $"{Series}/2024-02", new { received = 1, settled = 0, over14Days = 0 }, null)).Problem(403, "notAllowed");
        (await host.Change("head.riau", $"{Api}/institutions/13.01/public-reports/2024-02", new { received = 1, settled = 0, over14Days = 0 }, null)).Problem(403, "outsideScope");
        (await host.SendAs(null, HttpMethod.Get, Series)).Problem(401, "credentialsNeeded");
    }

    [Test]
    public async Task A_file_is_imported_whole_and_the_same_again_changes_nothing()
    {
        await using var host = await Fresh();
        const string File = $"{Header}14.04,2024-02,5,6,20.5,7\nKabupaten Indragiri Hilir,2024-01,10,4,12,2\n14.01,2024-01,3,0,,0\n";

        Counts(await Import(host, File, "?dryRun=true")).Should().Be((3, 0, 0));
        (await host.SendAs("head.riau", HttpMethod.Get, Series)).Ok().Items().Should().BeEmpty("that was a dry run");
        Counts(await Import(host, File)).Should().Be((3, 0, 0));
        Counts(await Import(host, File)).Should().Be((0, 3, 0));
        Counts(await Import(host, $"{Header}14.04,2024-02,5,5,20.5,7\n14.01,2024-01,3,0,,0\n")).Should().Be((0, 1, 1));

        var items = (await host.SendAs("head.riau", HttpMethod.Get, Series)).Ok().Items();
        items.Select(item => (item.Number("open"), item.Number("version"))).Should().Equal((6, 1), (6, 2));
    }

    [Test]
    public async Task Spreadsheets_with_semicolons_use_the_decimal_comma() =>
        Counts(await Import(Shared, "Institution;Month;Received;Settled;MedianDays;Over14Days\n14.04;2024-01;10;4;12,5;2\n", "?dryRun=true")).Should().Be((1, 0, 0));

    [TestCase("14.04,2024-13,1,0,,0", "2 month notAMonth")]
    [TestCase("14.04,2999-01,1,0,,0", "2 month monthInFuture")]
    [TestCase("14.04,2024-01,x,0,,0", "2 received notANumber")]
    [TestCase("14.04,2024-01,-1,0,,0", "2 received countOutOfRange")]
    [TestCase("14.04,2024-01,1,,,0", "2 settled required")]
    [TestCase("14.04,2024-01,1,1,3.25,0", "2 medianDays medianOutOfRange")]
    [TestCase("14.04,2024-01,1,1,=3,0", "2 medianDays formulaCell")]
    [TestCase("14.04,2024-01,1,2,3,0", "2 settled moreSettledThanOpen")]
    [TestCase("14.04,2024-01,1,1,3,2", "2 over14Days moreLateThanThere")]
    [TestCase("Kabupaten Antah,2024-01,1,0,,0", "2 institution unknownInstitution")]
    [TestCase("13.01,2024-01,1,0,,0", "2 institution outsideScope")]
    [TestCase(",2024-01,1,0,,0", "2 institution required")]
    [TestCase("14.04,2024-01,1,0,,0\nKabupaten Indragiri Hilir,2024-01,2,0,,0", "3  duplicateRow")]
    [TestCase("14.04,2024-01,1,0,,0\n14.04,2024-02,0,3,2,0\n14.01,2024-99,1,0,,0", "3 settled moreSettledThanOpen,4 month notAMonth")]
    public async Task Every_wrong_cell_is_named_by_line_and_column_and_nothing_is_stored(string rows, string errors)
    {
        var reply = await Import(Shared, $"{Header}{rows}\n");

        reply.Problem(422, "importRefused").Items("errors").Select(error => $"{error.Number("line")} {error.Text("column")} {error.Text("code")}").Should().Equal(errors.Split(','));
        (await Shared.SendAs("head.riau", HttpMethod.Get, Series)).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task Only_CSV_is_imported() =>
        (await Shared.SendAs("head.riau", HttpMethod.Post, $"{Api}/public-reports/import", JsonContent.Create(new { }))).Problem(415, "unsupportedMediaType");

    private static Task<Reply> Put(ApiHost host, string month, object body, int? version = null) => host.Change("head.riau", $"{Series}/{month}", body, version);

    private static Task<Reply> Import(ApiHost host, string csv, string query = "") =>
        host.SendAs("head.riau", HttpMethod.Post, $"{Api}/public-reports/import{query}", ApiCalls.Bytes(System.Text.Encoding.UTF8.GetBytes(csv), "text/csv"));

    private static (decimal?, decimal?, decimal?) Counts(Reply reply) => (reply.Ok().Number("created"), reply.Json.Number("unchanged"), reply.Json.Number("corrected"));
}
