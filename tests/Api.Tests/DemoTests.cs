namespace Compliance.Api.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class DemoTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Indragiri_Hilir_has_a_cycle_of_2023_with_six_units()
    {
        var assessments = (await Get($"{Api}/assessments?cycle=2023")).Ok();

        assessments.Items().Select(each => each.Text("unit/name")).Should().BeEquivalentTo(
            "DPMPTSP", "Disdukcapil", "Dinas Sosial", "Dinas Pendidikan", "Puskesmas Gajah Mada", "Puskesmas Sungai Salak");
        assessments.Items().Should().OnlyContain(each => each.Text("institution/code") == "14.04" && each.Text("office") == "14");
    }

    [Test]
    public async Task The_cycle_of_2023_runs_on_the_instrument_of_2023()
    {
        var cycle = (await Shared.SendAs("head.riau", HttpMethod.Get, $"{Api}/cycles/2023")).Ok();

        cycle.Text("instrument").Should().Be("2023");
        cycle.Text("state").Should().Be("verification", "its last day is over and nothing is decided");
        cycle.Number("assessments").Should().Be(6);
        (await Get($"{Api}/cycles/2023")).Ok().Number("assessments").Should().Be(0, "the public sees no draft, not even how many there are");
    }

    [Test]
    public async Task Assessments_are_found_by_office_assessor_and_status()
    {
        (await Get($"{Api}/assessments?office=14&assessor=assessor.riau@demo.example&status=collecting")).Ok().Items().Should().NotBeEmpty();
        (await Get($"{Api}/assessments?office=81")).Ok().Items().Should().BeEmpty();
        (await Get($"{Api}/assessments?assessor=nobody@demo.example")).Ok().Items().Should().BeEmpty();
        (await Get($"{Api}/assessments?status=final")).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task Regencies_of_Riau_rank_in_2023_as_they_were_published()
    {
        var ranking = (await Get($"{Api}/rankings?year=2023&kind=regency&province=14")).Ok();

        ranking.Items().Select(each => $"{each.Number("position")}/{each.Number("of")} {each.Text("institution/code")} {each.Number("score")}").Should().Equal(
            "1/10 14.03 95.91",
            "2/10 14.01 90.33",
            "3/10 14.06 86.26",
            "4/10 14.07 85.1",
            "5/10 14.05 83.95",
            "6/10 14.04 83.01",
            "7/10 14.08 82.11",
            "8/10 14.02 82",
            "9/10 14.09 81.38",
            "10/10 14.10 81");
    }

    [Test]
    public async Task Kinds_are_ranked_apart()
    {
        var ranking = (await Get($"{Api}/rankings?year=2023&province=14")).Ok();

        ranking.Items().Where(each => each.Number("position") == 1).Select(each => each.Text("institution/kind"))
            .Should().Equal("province", "regency", "city");
        ranking.Items().Where(each => each.Text("institution/kind") == "city").Select(each => each.Number("score")).Should().Equal(91.95m, 88.83m);
    }
}
