namespace Compliance.Api.Tests.FollowUp;

/// <summary>What an announced result says, in words for somebody who was never told what this is.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ReportCardTests(string provider) : ApiTests(provider)
{
    private const string Kampar = $"{Api}/institutions/14.01/report-card";

    [Test]
    public async Task Kampar_shows_the_break_between_2021_and_2022_and_none_between_2022_and_2023()
    {
        var of2022 = (await Get($"{Kampar}/2022", "en")).Ok();
        var of2023 = (await Get($"{Kampar}/2023", "en")).Ok();

        (of2022.Number("comparison/before"), of2022.Flag("comparison/break"), of2022.Absent("comparison/difference")).Should().Be((2021, true, true));
        of2022.Items("comparison/changes").Select(change => change.GetString()).Should().Equal(
            "Green now begins at 78.00, previously at 81.00.",
            "Yellow now begins at 54.00, previously at 51.00.",
            "Weights are not compared because they were not published for both years.");
        (of2023.Flag("comparison/break"), of2023.Number("comparison/difference")).Should().Be((false, 8.26m));
        of2023.Text("comparison/words").Should().Be("The score rose by 8.26 points, from 82.07 in 2022 to 90.33.");
        of2023.Items("comparison/changes").Select(change => change.GetString()).Should().Equal("New indicator: Value of the public satisfaction index (IKM).");
        of2023.Items("trend").Select(year => (year.Number("year"), year.Number("outcome/score"), year.Flag("breakBefore")))
            .Should().Equal((2021, null, false), (2022, 82.07m, true), (2023, 90.33m, false));
        (await Get($"{Kampar}/2021")).Ok().Absent("comparison").Should().BeTrue("nothing is known before");
    }

    [Test]
    public async Task A_score_before_a_break_is_read_by_the_new_limits()
    {
        var card = (await Get($"{Api}/institutions/14.03/report-card/2022", "en")).Ok();

        card.Text("comparison/words").Should().Be(
            "The years 2021 and 2022 cannot be compared directly because the method changed. Under the limits of 2022, the score of 82.37 in 2021 would be category High Quality, zone Green.");
    }

    [Test]
    public async Task It_speaks_Indonesian_unless_English_is_asked_for()
    {
        (await Get($"{Kampar}/2022")).Ok().Text("summary").Should().Be(
            "Kabupaten Kampar memperoleh nilai 82,07 dari 100 pada tahun 2022: kategori Kualitas Tinggi, zona Hijau. Peringkatnya 2 dari 2 kabupaten di provinsinya yang nilainya diketahui.");
        (await Get($"{Kampar}/2022", "en")).Ok().Text("summary").Should().StartWith("Kabupaten Kampar scored 82.07 out of 100 in 2022");
        (await Get($"{Kampar}/2021")).Ok().Text("summary").Should().Be(
            "Untuk Kabupaten Kampar tahun 2021 hanya diumumkan zona Hijau; nilainya tidak diterbitkan.");
    }

    [Test]
    public async Task The_lowest_zone_is_said_by_the_limit_above_it()
    {
        (await Get($"{Kampar}/2023")).Ok().Items("about").Select(each => each.GetString()).Should()
            .Contain("Zona menunjukkan tingkat kepatuhan: Hijau mulai 78,00, Kuning mulai 54,00, Merah di bawah 54,00.");
        (await Get($"{Kampar}/2023", "en")).Ok().Items("about").Select(each => each.GetString()).Should()
            .Contain("Zones show the degree of compliance: Green from 78.00, Yellow from 54.00, Red below 54.00.");
    }

    [Test]
    public async Task Units_come_with_their_scores_and_dimensions()
    {
        var units = (await Get($"{Api}/institutions/81.02/report-card/2023")).Ok().Items("units");

        units.Should().HaveCount(7);
        var watdek = units.Single(unit => unit.Text("name") == "Puskesmas Watdek");
        (watdek.Number("outcome/score"), watdek.Text("outcome/zone/code")).Should().Be((49.85m, "red"));
        watdek.Items("dimensions").Select(each => (each.Text("name"), each.Number("points"), each.Number("weight")))
            .Should().Contain(("Input", 8.72m, 21.85m));
    }

    [Test]
    public async Task Of_a_published_result_it_says_that_the_answers_are_not_known()
    {
        var findings = (await Get($"{Kampar}/2023", "en")).Ok().At("findings");

        (findings.Flag("known"), findings.Items("themes").Count).Should().Be((false, 0));
        findings.Text("words").Should().StartWith("The answers behind this published result are not available");
    }

    [Test]
    public async Task Open_corrective_actions_stand_on_it_without_reports_and_persons()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2024, 4, 2, 3, 0, 0, TimeSpan.Zero));
        var action = await host.GivenCorrectiveAction();
        const string Card = $"{FollowingUp.Institution}/report-card/2023";

        var open = (await host.Get(Card, "en")).Ok();
        open.Items("correctiveActions").Select(each => (each.Text("title"), each.Text("status"), each.Flag("late")))
            .Should().Equal(("Pasang jalur landai di pintu masuk.", "open", true));
        (open.Text("clearance/status"), open.Text("clearanceWords")).Should().Be(
            ("withheld", "Unresolved corrective actions: 1. The certificate is withheld until all are resolved; the score and the zone do not change."));

        (await host.Complete(action, 1)).Ok();
        (await host.Get(Card)).Text.Should().NotContain("example.org").And.NotContain("Jalur landai terpasang");
        (await host.Verify(action, 2)).Ok();

        var resolved = (await host.Get(Card)).Ok();
        resolved.Items("correctiveActions").Should().BeEmpty();
        resolved.Text("clearanceWords").Should().Be("Semua tindakan korektif sudah selesai, yang terakhir pada 2 April 2024.");
    }

    [Test]
    public async Task Where_nothing_was_announced_there_is_no_card()
    {
        (await Get($"{Kampar}/2020")).Problem(404, "notFound");
        (await Get($"{Api}/institutions/nowhere/report-card/2023")).Problem(404, "notFound");
    }
}
