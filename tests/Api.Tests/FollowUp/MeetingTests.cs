namespace Compliance.Api.Tests.FollowUp;

/// <summary>What an institution and the office agreed on after a result.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class MeetingTests(string provider) : ApiTests(provider)
{
    private const string List = $"{FollowingUp.Institution}/evaluation-meetings";

    [Test]
    public async Task A_meeting_is_recorded_and_corrected_whole()
    {
        await using var host = await Fresh();
        var units = await host.UnitsOfIndragiriHilir();
        var body = FollowingUp.MeetingOf(null);
        body["units"] = new JsonArray(units[1], units[0]);
        var meeting = await host.GivenMeeting(body);

        var read = (await host.SendAs("liaison.14.04", HttpMethod.Get, meeting)).Ok();
        (read.Number("year"), read.Text("on"), read.Number("attendees/0/number"), read.Text("actions/0/responsiblePost")).Should().Be((2023, "2024-01-22", 6, "Kepala DPMPTSP"));
        read.Texts("units", "id").Should().Equal(units[1], units[0]);
        (read.Number("version"), read.Items("allowedActions").Count).Should().Be((1, 0));

        body["notes"] = "Dilanjutkan pada bulan Maret.";
        var corrected = await host.Change("head.riau", meeting, body, 1);
        (corrected.Ok().Number("version"), corrected.Json.Text("notes")).Should().Be((2, "Dilanjutkan pada bulan Maret."));
        (await host.Change("head.riau", meeting, body, 2)).Ok().Number("version").Should().Be(2, "the same again changes nothing");
        (await host.Change("head.riau", meeting, body, 1)).Problem(412, "versionDiffers");
        (await host.Change("head.riau", meeting, body, null)).Problem(428, "ifMatchMissing");
    }

    [Test]
    public async Task The_liaison_reads_its_own_and_nobody_elses_exists()
    {
        await using var host = await Fresh();
        var meeting = await host.GivenMeeting();

        (await host.SendAs("liaison.14.04", HttpMethod.Get, List)).Ok().Items().Should().ContainSingle();
        (await host.SendAs("liaison.14.01", HttpMethod.Get, List)).Ok().Items().Should().BeEmpty();
        (await host.SendAs("liaison.14.01", HttpMethod.Get, meeting)).Problem(404, "notFound");
        (await host.SendAs("liaison.14.04", HttpMethod.Post, List, JsonContent.Create(FollowingUp.MeetingOf(null)))).Problem(403, "notAllowed");
        (await host.SendAs("head.riau", HttpMethod.Post, $"{Api}/institutions/13.01/evaluation-meetings", JsonContent.Create(FollowingUp.MeetingOf(null))))
            .Problem(403, "outsideScope");
        (await host.SendAs(null, HttpMethod.Get, meeting)).Problem(401, "credentialsNeeded");
    }

    [Test]
    public async Task Recording_is_safe_to_repeat()
    {
        await using var host = await Fresh();
        var id = Guid.CreateVersion7();
        await host.GivenMeeting(FollowingUp.MeetingOf(id));

        await host.GivenMeeting(FollowingUp.MeetingOf(id));

        (await host.SendAs("head.riau", HttpMethod.Get, List)).Ok().Items().Should().ContainSingle();
        (await host.SendAs("head.riau", HttpMethod.Post, List, JsonContent.Create(FollowingUp.MeetingOf(id, "Tembilahan")))).Problem(409, "idTaken");
    }

    [Test]
    public async Task What_cannot_be_is_refused_with_every_place()
    {
        await using var host = await Fresh();
        var body = FollowingUp.MeetingOf(null);
        body["units"] = new JsonArray(Guid.CreateVersion7());
        (await host.SendAs("head.riau", HttpMethod.Post, List, JsonContent.Create(body))).Errors(422, "meetingRefused").Should().Equal("/units/0 unitOfAnother");

        var early = FollowingUp.MeetingOf(null);
        early["actions"]![0]!["dueOn"] = "2024-01-21";
        (await host.SendAs("head.riau", HttpMethod.Post, List, JsonContent.Create(early))).Errors(422, "meetingRefused").Should().Equal("/actions/0/dueOn dueBeforeMeeting");

        var holes = FollowingUp.MeetingOf(null);
        holes["attendees"] = new JsonArray((JsonNode?)null);
        holes["actions"] = new JsonArray((JsonNode?)null);
        (await host.SendAs("head.riau", HttpMethod.Post, List, JsonContent.Create(holes))).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/attendees/0 required", "/actions/0 required");

        var empty = FollowingUp.MeetingOf(null);
        empty.Remove("place");
        empty["attendees"]![0]!["number"] = 0;
        (await host.SendAs("head.riau", HttpMethod.Post, List, JsonContent.Create(empty))).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/place required", "/attendees/0/number malformedValue");
    }

    [Test]
    public async Task The_report_card_names_day_and_themes_alone()
    {
        await using var host = await Fresh();
        await host.GivenMeeting();

        var card = await host.Get($"{FollowingUp.Institution}/report-card/2023", "en");

        card.Ok().Text("meetings/0/on").Should().Be("2024-01-22");
        card.Json.Items("meetings/0/themes").Select(theme => theme.GetString()).Should().Equal("Facilities", "Complaint handling");
        card.Text.Should().NotContain("Kepala unit").And.NotContain("Kantor Ombudsman Riau");
    }
}
