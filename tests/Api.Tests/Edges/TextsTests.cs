using Compliance.TestKit.Accounts;

namespace Compliance.Api.Tests.Edges;

/// <summary>Text is kept in one form, however it was typed and wherever it enters.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class TextsTests(string provider) : ApiTests(provider)
{
    private const string Composed = "Puskesmas So\u00e9";
    private const string Decomposed = "Puskesmas Soe\u0301";

    [Test]
    public async Task A_unit_is_one_in_whichever_form_its_name_is_imported()
    {
        await using var host = await Fresh();
        var before = (await host.Get($"{Api}/institutions/14.08/units")).Ok().Items().Count;

        (await host.Import($"year,institution,unit,score\n2022,14.08,{Decomposed},80\n")).Ok().Number("created").Should().Be(1);
        var again = (await host.Import($"year,institution,unit,score\n2022,14.08,{Composed},80\n")).Ok();

        again.Number("unchanged").Should().Be(1);
        var units = (await host.Get($"{Api}/institutions/14.08/units")).Ok().Texts("items", "name");
        units.Should().HaveCount(before + 1).And.Contain(Composed);
    }

    [Test]
    public async Task A_search_finds_a_name_in_whichever_form_it_is_typed()
    {
        var composed = await Get($"{Api}/institutions?q=Kampar%C3%A9");
        var decomposed = await Get($"{Api}/institutions?q=Kampare%CC%81");

        decomposed.Ok();
        decomposed.ETag.Should().Be(composed.ETag);
    }

    [Test]
    public async Task A_name_in_JSON_is_kept_composed_and_on_one_line()
    {
        await using var host = await Fresh();
        var invited = (await host.SendAs("admin", HttpMethod.Post, $"{Api}/users", Json(new { email = "soe@uji.example", name = Decomposed, grants = new[] { People.AssessorOfRiau } }))).Ok(HttpStatusCode.Created);

        invited.Text("user/name").Should().Be(Composed);
        (await host.SendAs("admin", HttpMethod.Post, $"{Api}/users", Json(new { email = "so2@uji.example", name = "So\r\ne", grants = new[] { People.AssessorOfRiau } })))
            .Errors(400, "invalidRequest").Should().Equal("/name controlCharacter");
    }

    [TestCase("Jalur landai\r\nsudah terpasang.\n\nSoe\u0301", "Jalur landai\nsudah terpasang.\n\nSo\u00e9")]
    public async Task Line_breaks_of_a_text_are_kept(string sent, string kept)
    {
        await using var host = await Fresh();

        (await host.Change("liaison.14.04", $"{FollowingUp.Institution}/reply/2023", new { text = sent }, 0)).Ok(HttpStatusCode.OK).At("draft").Text("text").Should().Be(kept);
    }

    [TestCase("a\tb")]
    [TestCase("a\rb")]
    [TestCase("a\u0085b")]
    [TestCase("a\u2028b")]
    [TestCase("a\u202eb")]
    public async Task Other_controls_are_refused_in_a_text_too(string text) =>
        (await Shared.Change("liaison.14.04", $"{FollowingUp.Institution}/reply/2023", new { text }, 0)).Errors(400, "invalidRequest").Should().Equal("/text controlCharacter");

    private static JsonContent Json(object body) => JsonContent.Create(body);
}
