namespace Compliance.Api.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class InstrumentsTests(string provider) : ApiTests(provider)
{
    private static readonly TestCaseData[] Breakages =
    [
        Breaking(instrument => instrument["dimensions"]![0]!["weight"] = 21.86m, "/dimensions weightsDoNotAddUp"),
        Breaking(instrument => instrument["dimensions"]![0]!["variables"]![0]!["weight"] = 8.75m, "/dimensions/0/variables weightsDoNotAddUp"),
        Breaking(instrument => instrument["bands"]![0]!["from"] = 88.01m, "/bands/0/from bandGap"),
        Breaking(instrument => instrument["bands"]![0]!["from"] = 87.99m, "/bands/0/from bandOverlap"),
        Breaking(instrument => instrument["bands"]![0]!["zone"] = "purple", "/bands/0/zone unknownZone"),
        Breaking(instrument => instrument["bands"] = new JsonArray(), "/bands bandsMissing"),
        Breaking(instrument => instrument["code"] = "", "/code required"),
        Breaking(instrument => instrument["code"] = "2030\u0000", "/code controlCharacter"),
        Breaking(instrument => instrument["code"] = new string('c', 61), "/code tooLong"),
        Breaking(instrument => instrument["bands"]![0]!["category"] = new string('c', 61), "/bands/0/category tooLong"),
        Breaking(instrument => instrument["dimensions"]![0]!["weight"] = decimal.MaxValue, "/dimensions/0/weight figureOutOfRange"),
        Breaking(
            instrument => instrument["dimensions"]![0]!["variables"]![0]!["indicators"]![1]!["code"] = "input.competence.standardComponents",
            "/dimensions/0/variables/0/indicators/1/code codeTwice"),
    ];

    [Test]
    public async Task Instruments_are_listed_newest_first()
    {
        var list = (await Get($"{Api}/instruments")).Ok();

        list.Texts("items", "code").Should().Equal("2025", "2024", "2023", "2022", "2021", "2019", "2018", "2017");
        list.Items().Where(each => !each.Flag("resultsOnly")).Select(each => each.Text("code")).Should().Equal("2024", "2023", "2022");
    }

    [Test]
    public async Task An_instrument_is_read_whole_in_both_languages()
    {
        var instrument = (await Get($"{Api}/instruments/2023")).Ok();

        (instrument.Number("version"), instrument.Number("observations"), instrument.Flag("resultsOnly")).Should().Be((1, 218, false));
        instrument.Text("title/id").Should().Contain("2023");
        instrument.Text("title/en").Should().Contain("2023").And.NotBe(instrument.Text("title/id"));
        instrument.Items("dimensions").Select(each => (each.Text("code"), each.Number("weight"))).Should().Equal(
            ("input", 21.85m), ("process", 32.37m), ("output", 24.24m), ("complaints", 21.54m));
    }

    [Test]
    public async Task Bands_come_best_first_in_the_language_of_the_reader()
    {
        var bands = (await Get($"{Api}/instruments/2023/bands", "en")).Ok().Items();

        bands.Select(band => (band.Number("from"), band.Number("to"), band.Text("category/code"), band.Text("zone/code"))).Should().Equal(
            (88.00m, 100m, "A", "green"), (78.00m, 87.99m, "B", "green"), (54.00m, 77.99m, "C", "yellow"), (32.00m, 53.99m, "D", "red"), (0m, 31.99m, "E", "red"));
        bands[0].Text("category/label").Should().Be("Highest Quality");
        (await Get($"{Api}/instruments/2021/bands")).Ok().Items().Select(band => (band.Number("from"), band.Text("category/label"))).Should().Equal(
            (81.00m, "Kepatuhan Tinggi"), (51.00m, "Kepatuhan Sedang"), (0m, "Kepatuhan Rendah"));
        (await Get($"{Api}/instruments/2025/bands")).Ok().Items().Should().OnlyContain(band => band.Absent("zone"));
    }

    [Test]
    public async Task An_instrument_is_published_once_and_the_same_again_changes_nothing()
    {
        await using var host = await Fresh();
        var copy = Instruments.Copy(await Read("2023"), "2030");
        var first = await host.Post($"{Api}/instruments", copy);
        var published = (await host.Get($"{Api}/instruments/2030")).Ok();

        first.Ok(HttpStatusCode.Created).Text("sha256").Should().Be(published.Text("sha256"));
        first.Headers.Location!.ToString().Should().EndWith("/api/v1/instruments/2030");
        (await host.Post($"{Api}/instruments", copy)).Json.Text("sha256").Should().Be(published.Text("sha256"));
        (await host.Get($"{Api}/instruments/2030")).Ok().ToString().Should().Be(published.ToString());
        (await host.Post($"{Api}/scores", Sheets.Body("2030", Sheets.Best(published)))).Ok().Number("score").Should().Be(100m);
    }

    [Test]
    public async Task What_is_published_never_changes()
    {
        await using var host = await Fresh();
        var before = (await host.Get($"{Api}/instruments/2023")).ETag;
        var changed = Instruments.Copy(await Read("2023"), "2023");
        changed["title"]!["en"] = "Another title";

        (await host.Post($"{Api}/instruments", Instruments.Copy(await Read("2023"), "2023"))).Ok(HttpStatusCode.Created);
        (await host.Post($"{Api}/instruments", changed)).Problem(409, "instrumentPublished");
        (await host.Get($"{Api}/instruments/2023")).ETag.Should().Be(before);
    }

    [TestCaseSource(nameof(Breakages))]
    public async Task A_broken_instrument_is_refused_at_its_place(Action<JsonObject> breaking, string error)
    {
        var broken = Instruments.Copy(await Read("2023"), "2030");
        breaking(broken);

        (await Post($"{Api}/instruments", broken)).Errors(422, "instrumentBroken").Should().Contain(error);
        (await Get($"{Api}/instruments/2030")).Problem(404, "notFound");
    }

    [TestCase("input.facilities.toilet", "levels", "oneAnswerKind")]
    [TestCase("output.ikm", "number/best", "numberMapping")]
    public async Task An_indicator_that_cannot_be_answered_is_refused(string indicator, string part, string code)
    {
        var broken = Instruments.Copy(await Read("2023"), "2030");
        var found = broken["dimensions"]!.AsArray().SelectMany(dimension => dimension!["variables"]!.AsArray())
            .SelectMany(variable => variable!["indicators"]!.AsArray()).Single(each => (string?)each!["code"] == indicator)!.AsObject();
        var names = part.Split('/');
        names[..^1].Aggregate(found, (at, name) => at[name]!.AsObject()).Remove(names[^1]);

        (await Post($"{Api}/instruments", broken)).Problem(422, code);
    }

    [Test]
    public async Task Members_that_an_instrument_does_not_have_are_refused()
    {
        var strange = Instruments.Copy(await Read("2023"), "2030");
        strange["dimensions"]![0]!["wieght"] = 1;

        (await Post($"{Api}/instruments", strange)).Errors(400, "malformedRequest").Should().Equal("/dimensions/0/wieght unknownMember");
        (await Post($"{Api}/instruments", new { code = "2030" })).Problem(400, "malformedRequest");
    }

    [TestCase("[]")]
    [TestCase("""{ "code": "2030", "version": 1, "title": { "id": "a", "en": "a" }, "bands": null }""")]
    [TestCase("""{ "code": "2030", "version": 1, "title": { "id": "a", "en": "a" }, "bands": [null] }""")]
    [TestCase("")]
    [TestCase("""{ "code": "2030", "version": 1, "title": null }""")]
    [TestCase("""{ "code": null, "version": 1, "title": { "id": "a", "en": "a" } }""")]
    [TestCase("null")]
    [TestCase("""{ "code": "2030", "version": 1, "title": { "id": "a", "en": "a" }, "bands": [{ "\ud800": 0 }] }""")]
    [TestCase("""{ "code": "\ud800", "version": 1, "title": { "id": "a", "en": "a" } }""")]
    [TestCase("""{ "code": "2030", "version": 1, "title": { "id": "\ud800", "en": "a" } }""")]
    public async Task What_is_no_instrument_cannot_be_read(string body)
    {
        var reply = await Shared.Send(HttpMethod.Post, $"{Api}/instruments", ApiCalls.Bytes(System.Text.Encoding.UTF8.GetBytes(body)));

        reply.Status.Should().Be(HttpStatusCode.BadRequest);
        reply.Problem(400, reply.Json.Text("code")!);
    }

    [Test]
    public async Task Only_JSON_is_an_instrument() =>
        (await Shared.Send(HttpMethod.Post, $"{Api}/instruments", ApiCalls.Bytes("code: 2030"u8.ToArray(), "application/yaml"))).Problem(415, "unsupportedMediaType");

    private static TestCaseData Breaking(Action<JsonObject> breaking, string error) => new TestCaseData(breaking, error).SetArgDisplayNames(error);

    private async Task<JsonElement> Read(string code) => (await Get($"{Api}/instruments/{code}")).Ok();
}
