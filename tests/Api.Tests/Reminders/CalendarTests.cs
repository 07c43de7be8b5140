using System.Text;
using Compliance.Api.Tests.Agreements;
using Ical.Net;
using Ical.Net.CalendarComponents;

namespace Compliance.Api.Tests.Reminders;

/// <summary>What is due, in every calendar program, with credentials or under a secret address.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class CalendarTests(string provider) : ApiTests(provider)
{
    private const string Address = $"{Api}/calendar.ics";
    private const string Feeds = $"{Api}/calendar-feeds";

    [Test]
    public async Task Each_thing_is_a_whole_day_under_an_id_that_stays_and_moves_with_its_version()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        var action = await host.GivenCorrectiveAction();
        var agreement = await host.GivenAgreement(new(2025, 2, 21));
        var before = Events(await Read(host, "liaison.14.04"));

        before.Select(each => (each.Uid, $"{each.Start!.Value:yyyy-MM-dd}", each.Start.HasTime, each.Sequence)).Should().BeEquivalentTo(new[]
        {
            ($"{action.Split('/')[^1]}@compliance", "2024-03-31", false, 0), ($"{agreement.Value}@compliance", "2025-02-21", false, 1),
        });
        var unresolved = before.Single(each => each.Sequence == 0);
        (unresolved.Summary, unresolved.Status).Should().Be(("Tindakan korektif: Pasang jalur landai di pintu masuk.", "CONFIRMED"));
        (await host.Complete(action, 1)).Ok();
        (await host.Verify(action, 2)).Ok();

        var after = Events(await Read(host, "liaison.14.04"));
        after.Select(each => each.Uid).Should().BeEquivalentTo(before.Select(each => each.Uid));
        var resolved = after.Single(each => each.Uid == unresolved.Uid);
        (resolved.Sequence, resolved.Status).Should().Be((2, "CANCELLED"));
        resolved.DtStamp!.AsUtc.Should().BeAfter(unresolved.DtStamp!.AsUtc);
    }

    [Test]
    public async Task The_text_is_as_calendar_programs_need_it()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await host.GivenCorrectiveAction(FollowingUp.Demand with { Title = string.Concat(Enumerable.Repeat("Tarif; syarat, dan waktu – lengkap\\benar. ", 8)).Trim() });
        var reply = await Read(host, "head.riau");

        reply.ContentHeaders.ContentType!.ToString().Should().Be("text/calendar; charset=utf-8");
        reply.Text.Replace("\r\n", "", StringComparison.Ordinal).Should().NotContainAny("\r", "\n");
        reply.Text.Should().StartWith("BEGIN:VCALENDAR\r\n").And.EndWith("END:VCALENDAR\r\n");
        reply.Text.Split("\r\n").Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75);
        Events(reply).Select(each => each.Summary).Should().Contain(summary => summary!.Contains("Tarif; syarat, dan waktu – lengkap\\benar. Tarif"));
    }

    [TestCase("👶")]
    [TestCase("a👶")]
    [TestCase("ab👶é")]
    public async Task A_line_is_folded_between_characters(string part)
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        var title = string.Concat(Enumerable.Repeat(part, 60));
        await host.GivenCorrectiveAction(FollowingUp.Demand with { Title = title });
        var reply = await Read(host, "head.riau");

        reply.Text.Should().NotContain("\uFFFD").And.EndWith("END:VCALENDAR\r\n");
        reply.Text.Split("\r\n").Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75);
        reply.Text.Replace("\r\n ", "", StringComparison.Ordinal).Should().Contain(title);
        Events(reply).Select(each => each.Summary).Should().Contain(summary => summary!.EndsWith(title, StringComparison.Ordinal));
    }

    [Test]
    public async Task The_same_things_are_the_same_bytes_at_any_hour()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await host.GivenCorrectiveAction();
        var first = await Read(host, "head.riau");
        host.BeginDay("2024-03-02");
        var second = await Read(host, "head.riau");

        (second.ETag, second.Text).Should().Be((first.ETag, first.Text));
        (await host.SendAs("head.riau", HttpMethod.Get, Address, null, ("If-None-Match", first.ETag))).Status.Should().Be(HttpStatusCode.NotModified);
        (await host.SendAs("head.riau", HttpMethod.Get, Address, null, ("Accept-Language", "en"))).Text.Should().Contain("SUMMARY:Corrective action: Pasang");
    }

    [Test]
    public async Task Everybody_sees_what_is_theirs_and_asks_for_a_part_of_it()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await host.GivenCorrectiveAction();
        await host.GivenCorrectiveAction(institution: $"{Api}/institutions/14.01");

        (await Count("liaison.14.04", "")).Should().Be(1);
        (await Count("head.riau", "")).Should().Be(5, "the demo's mobile service is in it too: the end of its SPK, and two places");
        (await Count("verifier", "?institution=14.01")).Should().Be(1);
        (await Count("verifier", "?office=14")).Should().Be(5);
        (await Count("verifier", "?office=13")).Should().Be(0);
        (await Count("liaison.14.04", "?institution=14.01")).Should().Be(0);
        (await host.SendAs("head.riau", HttpMethod.Get, $"{Address}?institution=99.99")).Problem(404, "notFound");
        (await host.SendAs(null, HttpMethod.Get, Address)).Problem(401, "credentialsNeeded");

        async Task<int> Count(string caller, string query) => Events(await Read(host, caller, query)).Count;
    }

    [Test]
    public async Task The_places_of_a_mobile_service_are_days_for_its_host_who_takes_part_and_its_office()
    {
        await using var host = await Fresh();
        host.BeginDay("2023-11-20");
        const string Event = $"{LomakRumbai.Lomak}/events/{LomakRumbai.Event}";
        var uid = $"{LomakRumbai.Event}@compliance";
        var planned = Events(await Read(host, "verifier", "?institution=14.71")).Single(each => each.Uid == uid);

        (planned.Summary, planned.Location, $"{planned.Start!.Value:yyyy-MM-dd}", planned.Start.HasTime, planned.Status, planned.Sequence)
            .Should().Be(("Layanan terpadu: LOMAK Rumbai, Limbungan Baru", "Limbungan Baru", "2024-01-17", false, "CONFIRMED", 0));
        planned.Description.Should().Be("Kota Pekanbaru\nDirencanakan");
        (await host.Change("head.riau", Event, new { on = "2024-01-24", place = "14.71.12.1006", cancelled = true }, 1)).Ok();

        foreach (var (caller, query) in new[] { ("head.riau", "?office=14"), ("verifier", "?institution=14.71"), ("verifier", "") })
        {
            var moved = Events(await Read(host, caller, query)).Where(each => each.Uid == uid).ToList();
            moved.Select(each => ($"{each.Start!.Value:yyyy-MM-dd}", each.Status, each.Sequence)).Should().Equal(("2024-01-24", "CANCELLED", 1));
            moved[0].DtStamp!.AsUtc.Should().BeAfter(planned.DtStamp!.AsUtc);
        }

        Events(await Read(host, "verifier", "?office=13")).Should().BeEmpty();
        Events(await Read(host, "verifier", "?institution=14.04")).Should().NotContain(each => each.Uid == uid);
    }

    [Test]
    public async Task Who_takes_part_sees_the_places_of_its_days()
    {
        await using var host = await Fresh();
        host.BeginDay("2023-11-20");
        var spk = (await host.Register(Agreeing.Spk(one: "14.71", other: "14.04").SignedFrom("2023-08-01", "2025-12-31"))).Ok(HttpStatusCode.Created).Text("id");
        var service = $"{LomakRumbai.List}/{(await host.Create(LomakRumbai.List, new { kind = "mobile", host = "14.71", name = "Keliling", agreement = spk, openedOn = "2023-08-23" })).Ok(HttpStatusCode.Created).Text("id")}";
        var member = (await host.Create($"{service}/participants", new { institution = "14.04", joinedOn = "2023-12-01" })).Ok(HttpStatusCode.Created);
        await Plan("2023-11-25", "14.71.12.1004");
        await Plan("2023-12-05", "14.71.12.1006");
        await Plan("2024-02-05", "14.71.12.1009");

        (await Days("?institution=14.04")).Should().Equal("2023-12-05", "2024-02-05");
        (await Days("")).Should().Equal("2023-11-25", "2023-12-05", "2024-02-05");
        (await host.Change("head.riau", $"{service}/participants/{member.Text("id")}", new { leftOn = "2023-12-31" }, 1)).Ok();
        (await Days("?institution=14.04")).Should().Equal("2023-12-05");

        async Task Plan(string on, string place) => (await host.Create($"{service}/events", new { on, place })).Ok(HttpStatusCode.Created);

        async Task<IEnumerable<string>> Days(string query) => Events(await Read(host, "liaison.14.04", query)).Where(each => each.Location is not null)
            .Select(each => $"{each.Start!.Value:yyyy-MM-dd}");
    }

    [Test]
    public async Task A_feed_shows_its_scope_without_credentials_until_it_is_revoked()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await host.GivenCorrectiveAction();
        await host.GivenCorrectiveAction(institution: $"{Api}/institutions/14.01");
        var id = Guid.CreateVersion7();
        var made = await Make(host, "head.riau", new { id, institution = "14.04" });
        var url = made.Ok(HttpStatusCode.Created).Text("url")!;
        made.Headers.CacheControl!.NoStore.Should().BeTrue();

        Events(await host.SendAs(null, HttpMethod.Get, url)).Should().ContainSingle();
        (await Make(host, "head.riau", new { id, institution = "14.04" })).Ok(HttpStatusCode.Created).Absent("url").Should().BeTrue("it is shown once");
        (await Make(host, "head.riau", new { id, office = "14" })).Problem(409, "idTaken");
        (await host.SendAs(null, HttpMethod.Get, url.Replace("calendar.ics", "notifications", StringComparison.Ordinal))).Problem(401, "credentialsNeeded");
        (await host.SendAs("verifier", HttpMethod.Get, url)).Problem(401, "credentialsInvalid");
        (await host.SendAs("head.riau", HttpMethod.Get, Feeds)).Ok().Items().Single().ToString().Should().NotContain("url");
        (await host.SendAs("liaison.14.04", HttpMethod.Delete, $"{Feeds}/{id}")).Problem(404, "notFound");
        (await host.SendAs("head.riau", HttpMethod.Delete, $"{Feeds}/{id}")).Ok().Text("revokedAt").Should().Be("2024-03-01T05:00:00Z");
        (await host.SendAs(null, HttpMethod.Get, url)).Problem(401, "credentialsInvalid");
    }

    [Test]
    public async Task A_feed_shows_no_more_than_its_owner_still_may_see()
    {
        await using var host = await Fresh();
        host.BeginDay("2024-03-01");
        await host.GivenCorrectiveAction();
        var owner = await Access.People.GivenAccount(host, "narahubung@uji.example", new { role = "liaison", institution = "14.04" });
        var token = Access.People.Bearer((await Access.People.SignIn(host, "narahubung@uji.example", Access.People.Password)).Access);
        var made = await Access.People.SendWith(host, [token], HttpMethod.Post, Feeds, JsonContent.Create(new { institution = "14.04" }));
        var url = made.Ok(HttpStatusCode.Created).Text("url")!;
        Events(await host.SendAs(null, HttpMethod.Get, url)).Should().ContainSingle();

        (await host.Change("admin", $"{Api}/users/{owner}", new { name = "Tamu", grants = new[] { new { role = "liaison", institution = "14.01" } } }, 2)).Ok();
        (await host.SendAs(null, HttpMethod.Get, url)).Problem(403, "notAllowed");
        (await host.Change("admin", $"{Api}/users/{owner}", new { name = "Tamu", grants = Array.Empty<object>(), disabled = true }, 3)).Ok();
        (await host.SendAs(null, HttpMethod.Get, url)).Problem(401, "credentialsInvalid");
    }

    [Test]
    public async Task A_feed_is_of_one_scope_that_its_maker_sees()
    {
        await using var host = await Fresh();

        (await Make(host, "head.riau", new { })).Problem(422, "feedScope");
        (await Make(host, "head.riau", new { institution = "14.04", office = "14" })).Problem(422, "feedScope");
        (await Make(host, "head.riau", new { office = "13" })).Problem(403, "outsideScope");
        (await Make(host, "liaison.14.04", new { institution = "14.01" })).Problem(403, "outsideScope");
        (await Make(host, "liaison.14.04", new { institution = "99.99" })).Problem(404, "notFound");
        (await Make(host, "assessor.riau", new { office = "14" })).Problem(403, "notAllowed");
    }

    private static Task<Reply> Make(ApiHost host, string caller, object body) => host.SendAs(caller, HttpMethod.Post, Feeds, JsonContent.Create(body));

    private static async Task<Reply> Read(ApiHost host, string caller, string query = "")
    {
        var reply = await host.SendAs(caller, HttpMethod.Get, $"{Address}{query}");
        reply.Status.Should().Be(HttpStatusCode.OK, "{0}", reply.Text);

        return reply;
    }

    /// <summary>As a calendar program reads it.</summary>
    private static IReadOnlyList<CalendarEvent> Events(Reply reply)
    {
        reply.Status.Should().Be(HttpStatusCode.OK, "{0}", reply.Text);

        return [.. Calendar.Load(reply.Text)!.Events];
    }
}
