using Compliance.Api.Tests.Agreements;

namespace Compliance.Api.Tests.JointServices;

/// <summary>A mobile service from its SPK to the sixth place, as docs/joint-services.md tells it.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class LomakWalkTests(string provider) : ApiTests(provider)
{
    private static readonly (string On, string Place, int Visitors)[] Held =
        [("2023-08-23", "14.71.12.1011", 212), ("2023-09-20", "14.71.12.1009", 174), ("2023-10-18", "14.71.12.1001", 158), ("2023-11-15", "14.71.12.1010", 190)];

    [Test]
    public async Task LOMAK_goes_from_its_SPK_to_the_sixth_place()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2023, 8, 23, 2, 0, 0, TimeSpan.Zero));
        var bodies = await BodiesOfTheDemo(host);
        var spk = await SignSpk(host, bodies);
        var service = await Register(host, spk);
        var members = await Join(host, service, bodies);

        foreach (var (on, place, _) in Held)
        {
            (await host.Create($"{service}/events", new { on, place })).Ok(HttpStatusCode.Created).Text("state").Should().Be("planned");
        }

        await Hold(host, service, members);
        await PlanTwoMore(host, service);
        await Finish(host, service, members);
        host.Log.Text.Should().NotContain("Warning Microsoft.EntityFrameworkCore");
    }

    [Test]
    public async Task What_cannot_be_is_refused_at_its_place()
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2023, 12, 1, 2, 0, 0, TimeSpan.Zero));
        const string Events = $"{LomakRumbai.Lomak}/events";

        (await host.Create(Events, new { on = "2023-12-20", place = "14.71.12" })).Errors(422, "eventRefused").Should().Equal("/place notAVillage");
        (await host.Create(Events, new { on = "2023-12-20", place = "99" })).Errors(422, "eventRefused").Should().Equal("/place unknownRegion");
        (await host.Create(Events, new { on = "2023-12-13", place = "14.71.12.1004" })).Problem(409, "dateTaken");
        (await host.Create(Events, new { on = "2023-12-20", place = "14.71.12.1004", visitors = 5 })).Errors(422, "eventRefused").Should().Equal("/visitors eventInFuture");
        (await host.Create(Events, new { on = "2023-11-20", place = "14.71.12.1004", visitors = 5, present = new[] { Guid.CreateVersion7() } }))
            .Errors(422, "eventRefused").Should().Equal("/present/0 notMemberThen");
        (await host.Create(Events, new { })).Errors(400, "invalidRequest").Should().BeEquivalentTo("/on required", "/place required");
        (await host.Create($"{LomakRumbai.Mall}/events", new { on = "2023-12-20", place = "14.71.12.1004" })).Problem(409, "fixedHasNoEvents");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{LomakRumbai.Mall}/coverage?district=14.71.12")).Problem(409, "fixedHasNoEvents");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{LomakRumbai.Lomak}/coverage?district=14.71")).Problem(422, "notADistrict");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{LomakRumbai.Lomak}/coverage?district=14.99.99")).Problem(422, "unknownRegion");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{LomakRumbai.Lomak}/coverage")).Errors(400, "invalidRequest").Should().Equal("/district required");
    }

    [Test]
    public async Task A_cancelled_event_makes_room_for_another_on_its_day()
    {
        await using var host = await Fresh();
        const string Events = $"{LomakRumbai.Lomak}/events";
        var cancelled = await host.Change("head.riau", $"{Events}/{LomakRumbai.Event}", new { on = "2024-01-17", place = "14.71.12.1006", cancelled = true }, 1);

        cancelled.Ok().Text("state").Should().Be("cancelled");
        (await host.Create(Events, new { on = "2024-01-17", place = "14.71.15.1001" })).Ok(HttpStatusCode.Created);
        (await host.Change("head.riau", $"{Events}/{LomakRumbai.Event}", new { on = "2024-01-17", place = "14.71.12.1006" }, 2)).Problem(409, "dateTaken");
        (await host.Change("head.riau", $"{Events}/{LomakRumbai.Event}", new { on = "2024-01-17", place = "14.71.12.1006" }, 1)).Problem(412, "versionDiffers");
    }

    /// <summary>The 23 bodies as who takes part: units by their id, institutions by their code.</summary>
    private static async Task<IReadOnlyList<JsonObject>> BodiesOfTheDemo(ApiHost host) =>
    [
        .. (await host.SendAs("head.riau", HttpMethod.Get, $"{LomakRumbai.Lomak}/participants?limit=100")).Ok().Items().Select(each => each.Absent("unit")
            ? new JsonObject { ["institution"] = each.Text("institution/code") }
            : new JsonObject { ["unit"] = each.Text("unit/id") }),
    ];

    /// <summary>The demo holds one between the same bodies, so a second one has to be meant.</summary>
    private static async Task<string> SignSpk(ApiHost host, IReadOnlyList<JsonObject> bodies)
    {
        var body = new JsonObject
        {
            ["kind"] = "spk",
            ["title"] = "SPK LOMAK Rumbai",
            ["parties"] = new JsonArray([.. bodies.Select(each => each.DeepClone())]),
            ["scope"] = new JsonArray("coordination"),
        }.SignedFrom("2023-08-23", "2025-08-22");
        (await host.Register(body)).Problem(409, "agreementOverlaps");
        var signed = (await host.Register(body.With("confirmOverlap", true))).Ok(HttpStatusCode.Created);
        (signed.Text("status"), signed.Text("kind"), signed.Text("office"), signed.Items("parties").Count).Should().Be(("inForce", "spk", "14", 23));

        return signed.Text("id")!;
    }

    private static async Task<string> Register(ApiHost host, string spk)
    {
        var body = new { kind = "mobile", host = "14.71", name = "LOMAK Rumbai", agreement = spk, openedOn = "2023-08-23" };
        var registered = (await host.Create(LomakRumbai.List, body)).Ok(HttpStatusCode.Created);
        (registered.Text("status"), registered.Text("office"), registered.Text("agreement/id")).Should().Be(("running", "14", spk));

        return $"{LomakRumbai.List}/{registered.Text("id")}";
    }

    /// <summary>The 23 bodies of the SPK join, and a bank that no SPK binds. Who is no party does not.</summary>
    private static async Task<IReadOnlyList<string>> Join(ApiHost host, string service, IReadOnlyList<JsonObject> bodies)
    {
        var members = new List<string>();
        (await host.Create($"{service}/participants", new { institution = "14.72", joinedOn = "2023-08-23" }))
            .Errors(422, "participantRefused").Should().Equal("/institution notAParty");

        foreach (var body in bodies)
        {
            members.Add((await host.Create($"{service}/participants", body.With("joinedOn", "2023-08-23"))).Ok(HttpStatusCode.Created).Text("id")!);
        }

        members.Add((await host.Create($"{service}/participants", new { external = "Bank Riau Kepri Syariah", joinedOn = "2023-08-23" })).Ok(HttpStatusCode.Created).Text("id")!);
        var counted = (await host.SendAs("head.riau", HttpMethod.Get, service)).Ok();
        (counted.Number("participants/members"), counted.Number("participants/notBound")).Should().Be((24, 1));

        return members;
    }

    private static async Task Hold(ApiHost host, string service, IReadOnlyList<string> present)
    {
        foreach (var (on, place, visitors) in Held)
        {
            host.Clock.Set(new(DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture).ToDateTime(new(9, 0)), TimeSpan.Zero));
            var planned = (await host.SendAs("head.riau", HttpMethod.Get, $"{service}/events")).Ok().Items().Single(each => each.Text("on") == on);
            var held = await host.Change("head.riau", $"{service}/events/{planned.Text("id")}", new { on, place, visitors, present }, 1);
            (held.Ok().Text("state"), held.Json.Number("visitors"), held.Json.Items("present").Count).Should().Be(("held", visitors, 24));
        }
    }

    private static async Task PlanTwoMore(ApiHost host, string service)
    {
        await host.Create($"{service}/events", new { on = "2024-01-17", place = "14.71.12.1006" });
        await host.Create($"{service}/events", new { on = "2023-12-13", place = "14.71.12.1004" });

        var read = (await host.SendAs("head.riau", HttpMethod.Get, service)).Ok();
        read.Items("nextPlaces").Select(next => (next.Text("on"), next.Text("place/name"))).Should().Equal(("2023-12-13", "Lembah Damai"), ("2024-01-17", "Limbungan Baru"));
        var coverage = (await host.SendAs("head.riau", HttpMethod.Get, $"{service}/coverage?district=14.71.12")).Ok();
        (coverage.Number("reached"), coverage.Number("of"), coverage.Number("share"), coverage.Text("district/name")).Should().Be((4, 6, 66.67m, "Rumbai"));
        coverage.Items("villages").Where(village => village.Number("held") == 0).Select(village => (village.Text("name"), village.Text("nextOn")))
            .Should().Equal(("Lembah Damai", "2023-12-13"), ("Limbungan Baru", "2024-01-17"));
    }

    private static async Task Finish(ApiHost host, string service, IReadOnlyList<string> present)
    {
        host.Clock.Set(new(2024, 1, 18, 3, 0, 0, TimeSpan.Zero));

        foreach (var each in (await host.SendAs("head.riau", HttpMethod.Get, $"{service}/events")).Ok().Items().Where(each => each.Text("state") == "planned"))
        {
            (await host.Change("head.riau", $"{service}/events/{each.Text("id")}", new { on = each.Text("on"), place = each.Text("place/code"), visitors = 120, present }, 1)).Ok();
        }

        var coverage = (await host.SendAs("head.riau", HttpMethod.Get, $"{service}/coverage?district=14.71.12")).Ok();
        (coverage.Number("reached"), coverage.Number("share")).Should().Be((6, 100m));
        (await host.SendAs("head.riau", HttpMethod.Get, service)).Ok().Items("nextPlaces").Should().BeEmpty();
    }
}
