namespace Compliance.Api.Tests;

/// <summary>What an import that is accepted does.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ImportTests(string provider) : ApiTests(provider)
{
    private const string Rows = """
        year,institution,unit,score
        2022,Kabupaten Kampar,,82.07
        2022,14.08,,71.5
        2022,14.08,DPMPTSP,80
        """;

    [Test]
    public async Task A_dry_run_reports_and_stores_nothing()
    {
        await using var host = await Fresh();
        var before = await Results(host);

        var report = (await host.Import(Rows, "?dryRun=true")).Ok();

        report.Flag("dryRun").Should().BeTrue();
        Counts(report).Should().Be((3, 2, 1, 0));
        (await Results(host)).Should().Be(before);
        Counts((await host.Import(Rows)).Ok()).Should().Be((3, 2, 1, 0), "the dry run foretold it");
    }

    [Test]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var host = await Fresh();
        Counts((await host.Import(Rows)).Ok()).Should().Be((3, 2, 1, 0));
        var before = await Results(host);

        Counts((await host.Import(Rows)).Ok()).Should().Be((3, 0, 3, 0));
        (await Results(host)).Should().Be(before);
    }

    [Test]
    public async Task The_file_that_ships_is_there_already()
    {
        await using var host = await Fresh();
        var report = (await host.Import(await File.ReadAllBytesAsync(PublishedCsv.Path))).Ok();

        report.Number("unchanged").Should().Be(report.Number("rows")).And.Be(PublishedCsv.Lines().Count);
        (report.Number("created"), report.Number("corrected"), report.Number("derived")).Should().Be((0, 0, 0));
    }

    [Test]
    public async Task A_changed_score_is_a_correction_of_that_result_alone()
    {
        await using var host = await Fresh();
        var siak = (await host.Get($"{Api}/institutions/14.08/results/2023")).ETag;
        var before = (await host.Get($"{Api}/institutions/14.01/results/2022")).Ok();

        Counts((await host.Import("year,institution,score\n2022,14.01,53.99\n")).Ok()).Should().Be((1, 0, 0, 1));

        var after = (await host.Get($"{Api}/institutions/14.01/results/2022")).Ok();
        (after.Number("score"), after.Text("zone/code"), after.Text("supersedes")).Should().Be((53.99m, "red", before.Text("id")));
        (await host.Get($"{Api}/institutions/14.08/results/2023")).ETag.Should().Be(siak);
    }

    [Test]
    public async Task An_import_reaches_what_was_served_before()
    {
        await using var host = await Fresh();
        string[] paths = ["/institutions/14.01/results/2022", "/institutions/14.01/results", "/rankings?year=2022", "/results/summary?year=2022", "/results?year=2022"];
        var before = await Task.WhenAll(paths.Select(path => host.Get(Api + path)));

        (await host.Import("year,institution,score\n2022,14.01,90\n")).Ok();

        foreach (var (path, old) in paths.Zip(before))
        {
            var after = await host.Send(HttpMethod.Get, Api + path, null, ("If-None-Match", old.ETag));
            after.Ok();
            after.ETag.Should().NotBe(old.ETag, path);
        }
    }

    [Test]
    public async Task Units_without_a_total_give_their_mean()
    {
        await using var host = await Fresh();
        var report = (await host.Import("year,institution,unit,score\n2022,81.02,DPMPTSP,50.00\n2022,81.02,Disdukcapil,50.01\n")).Ok();
        var result = (await host.Get($"{Api}/institutions/81.02/results/2022")).Ok();

        report.Number("derived").Should().Be(1);
        (result.Number("score"), result.Text("basis"), result.Text("zone/code")).Should().Be((50.01m, "units", "red"));
        result.Absent("recomputed").Should().BeTrue();
        result.Items("units").Should().HaveCount(2);
    }

    [Test]
    public async Task A_later_unit_moves_a_mean_but_never_a_printed_total()
    {
        await using var host = await Fresh();
        (await host.Import("year,institution,unit,score\n2022,81.02,DPMPTSP,50\n")).Ok();
        (await host.Import("year,institution,unit,score\n2022,81.02,Disdukcapil,70\n")).Ok().Number("derived").Should().Be(1);
        (await host.Get($"{Api}/institutions/81.02/results/2022")).Ok().Number("score").Should().Be(60m);

        Codes((await host.Import("year,institution,unit,score\n2023,81.02,RSUD Karel Sadsuitubun,100\n")).Ok(), "warnings").Should().Contain("meanDiffers");
        (await host.Get($"{Api}/institutions/81.02/results/2023")).Ok().Number("score").Should().Be(60.80m);
    }

    [Test]
    public async Task A_printed_total_that_is_not_the_mean_stays_and_is_pointed_out()
    {
        await using var host = await Fresh();
        var report = (await host.Import("year,institution,unit,score\n2022,81.02,,93.74\n2022,81.02,DPMPTSP,93.60\n2022,81.02,Disdukcapil,93.80\n")).Ok();
        var result = (await host.Get($"{Api}/institutions/81.02/results/2022")).Ok();

        report.Items("warnings").Should().ContainSingle().Which.Text("code").Should().Be("meanDiffers");
        (report.Number("warnings/0/line"), report.Text("warnings/0/column")).Should().Be((2, "score"));
        (result.Number("score"), result.Text("basis")).Should().Be((93.74m, "published"));
        (result.Number("recomputed/score"), result.Flag("recomputed/differs")).Should().Be((93.70m, true));
    }

    [Test]
    public async Task What_was_not_assessed_is_shown_with_its_reason_outside_of_means_and_ranks()
    {
        await using var host = await Fresh();
        var before = (await host.Get($"{Api}/results/summary?year=2022")).Ok();
        (await host.Import("year,institution,status,reason\n2022,Kabupaten Puncak,notAssessed,security\n")).Ok();

        var summary = (await host.Get($"{Api}/results/summary?year=2022")).Ok();
        var puncak = (await host.Get($"{Api}/institutions?q=puncak")).Ok().Items().Single(each => each.Text("name") == "Kabupaten Puncak");
        var result = (await host.Get($"{Api}/institutions/{puncak.Text("code")}/results/2022")).Ok();
        (result.Text("status"), result.Text("reason")).Should().Be(("notAssessed", "security"));
        (result.Absent("score"), result.Absent("zone"), result.Absent("category"), result.Absent("rank")).Should().Be((true, true, true, true));
        summary.Number("total/mean").Should().Be(before.Number("total/mean"));
        summary.Number("total/assessed").Should().Be(before.Number("total/assessed"));
        summary.Number("total/notAssessed").Should().Be(before.Number("total/notAssessed") + 1);
        (await host.Get($"{Api}/rankings?year=2022&limit=500")).Text.Should().NotContain("Puncak");
    }

    [Test]
    public async Task A_unit_that_was_not_assessed_stays_out_of_the_mean()
    {
        await using var host = await Fresh();
        (await host.Import("year,institution,unit,score,status,reason\n2022,81.02,DPMPTSP,50,,\n2022,81.02,Disdukcapil,,notAssessed,closed\n")).Ok();
        var result = (await host.Get($"{Api}/institutions/81.02/results/2022")).Ok();

        result.Number("score").Should().Be(50m);
        result.Items("units").Select(unit => unit.Text("status")).Should().BeEquivalentTo("assessed", "notAssessed");
    }

    [Test]
    public async Task A_zone_without_a_score_is_kept_as_printed()
    {
        await using var host = await Fresh();
        (await host.Import("year,institution,zone\n2022,Kabupaten Siak,Hijau\n")).Ok();
        var result = (await host.Get($"{Api}/institutions/14.08/results/2022")).Ok();

        (result.Text("status"), result.Text("zone/code")).Should().Be(("assessed", "green"));
        (result.Absent("score"), result.Absent("category"), result.Absent("rank")).Should().Be((true, true, true));
    }

    [Test]
    public async Task A_printed_outcome_that_contradicts_the_score_is_a_warning_and_the_score_stays()
    {
        await using var host = await Fresh();
        var report = (await host.Import("year,institution,score,zone,category\n2022,Kabupaten Siak,60.00,green,B\n")).Ok();
        var result = (await host.Get($"{Api}/institutions/14.08/results/2022")).Ok();

        Codes(report, "warnings").Should().Equal("zoneDiffers", "categoryDiffers");
        (result.Number("score"), result.Text("zone/code"), result.Text("category/code")).Should().Be((60.00m, "yellow", "C"));
        (result.Text("printed/zone"), result.Text("printed/category")).Should().Be(("green", "B"));
    }

    [Test]
    public async Task Two_imports_of_one_file_at_once_store_it_once()
    {
        await using var host = await Fresh();
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.Import(Rows)));

        replies.Select(reply => (int)reply.Status).Should().OnlyContain(status => status == 200 || status == 409);
        replies.Where(reply => reply.Status == HttpStatusCode.OK).Sum(reply => reply.Json.Number("created")).Should().Be(2);
        (await host.Get($"{Api}/institutions/14.08/results/2022")).Ok().Items("units").Should().ContainSingle();
    }

    private static (decimal?, decimal?, decimal?, decimal?) Counts(JsonElement report) =>
        (report.Number("rows"), report.Number("created"), report.Number("unchanged"), report.Number("corrected"));

    private static IEnumerable<string?> Codes(JsonElement report, string list) => report.Texts(list, "code");

    private static async Task<string> Results(ApiHost host) => (await host.Get($"{Api}/results?limit=500")).Ok().At("items").ToString();
}
