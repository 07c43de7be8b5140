using System.Globalization;

namespace Compliance.Api.Tests;

/// <summary>What holds for every read: validators, caching, language, and refusals of what cannot be asked.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ReadingTests(string provider) : ApiTests(provider)
{
    private const string Kampar = $"{Api}/institutions/14.01/results/2022";

    private static readonly string[] Readable =
    [
        "/institutions", "/institutions/14.01", "/institutions/14.01/results", "/institutions/14.01/results/2022", "/institutions/14.04/units",
        "/results", "/results/summary?year=2023", "/rankings?year=2023", "/instruments", "/instruments/2023", "/instruments/2023/bands",
        "/cycles", "/cycles/2023", "/regions", "/assessments",
    ];

    private static readonly string[] Announced =
    [
        "/institutions/14.01/results", "/institutions/14.01/results/2022", "/results/summary?year=2023", "/rankings?year=2023",
        "/results?year=2023", "/instruments/2023",
    ];

    [TestCaseSource(nameof(Readable))]
    public async Task Every_read_has_a_strong_ETag_and_honours_it(string path)
    {
        var first = await Get(Api + path);
        first.Ok();
        var again = await Conditional(path, first.ETag);

        first.ETag.Should().NotStartWith("W/");
        again.Status.Should().Be(HttpStatusCode.NotModified);
        again.Text.Should().BeEmpty();
        again.ETag.Should().Be(first.ETag);
        (await Conditional(path, "\"other\"")).Ok();
    }

    [TestCase("{0}", true)]
    [TestCase("W/{0}", true)]
    [TestCase("*", true)]
    [TestCase("\"other\", {0}", true)]
    [TestCase("\"other\",W/{0} , \"more\"", true)]
    [TestCase(", {0},", true)]
    [TestCase("\"other, {1}\", {0}", true)]
    [TestCase("\"other, {1}\"", false)]
    [TestCase("\"other\", W/\"more\"", false)]
    [TestCase("{1}", false)]
    [TestCase("\"{1}", false)]
    [TestCase("{0}x", false)]
    [TestCase("x{0}", false)]
    [TestCase("w/{0}", true)]
    [TestCase("\"other\" {0}", false)]
    [TestCase("{0}, other", false)]
    [TestCase("*, {0}", false)]
    [TestCase("\"*\"", false)]
    public async Task If_None_Match_is_a_list_that_is_compared_weakly_and_names_nothing_where_it_is_malformed(string header, bool isNamed)
    {
        foreach (var path in new[] { "/institutions/14.01/results/2022", "/cycles/2023" })
        {
            var tag = (await Get(Api + path)).ETag;
            var reply = await Conditional(path, string.Format(CultureInfo.InvariantCulture, header, tag, tag.Trim('"')));

            reply.Status.Should().Be(isNamed ? HttpStatusCode.NotModified : HttpStatusCode.OK);
        }
    }

    [TestCaseSource(nameof(Announced))]
    public async Task What_is_announced_may_be_kept_by_anyone_and_says_since_when_it_stands(string path)
    {
        var reply = await Get(Api + path);
        reply.Ok();

        reply.Headers.CacheControl!.Public.Should().BeTrue();
        reply.ContentHeaders.LastModified.Should().NotBeNull();
        reply.Headers.Vary.Should().Contain("Accept-Language");
    }

    [TestCase("/assessments")]
    [TestCase("/cycles/2023")]
    public async Task What_is_not_announced_is_kept_by_nobody_else(string path) =>
        (await Get(Api + path)).Headers.CacheControl!.Public.Should().BeFalse();

    [Test]
    public async Task Two_instances_on_the_same_data_give_the_same_ETag()
    {
        await using var other = await Fresh();

        (await other.Get(Kampar)).ETag.Should().Be((await Get(Kampar)).ETag);
    }

    [TestCase(null, "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("id", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("fr", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("en", "en", "Green", "High Quality")]
    [TestCase("en-GB", "en", "Green", "High Quality")]
    [TestCase("fr, en;q=0.5", "en", "Green", "High Quality")]
    [TestCase("en;q=0.4, id;q=0.9", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("in-ID", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("in", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("IN-id", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("in;q=0.8, en;q=0.9", "en", "Green", "High Quality")]
    [TestCase("in-ID, en-US;q=0.9", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("en, in;q=0.9", "en", "Green", "High Quality")]
    [TestCase("inh, en;q=0.1", "en", "Green", "High Quality")]
    [TestCase("*", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("en;q=0, *", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("id;q=0, *;q=0.5", "en", "Green", "High Quality")]
    [TestCase("en;q=0.5, *;q=0.8", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("fr, en, id", "en", "Green", "High Quality")]
    [TestCase("fr, id, en", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase("en-US;q=0.3, id;q=0.5, en;q=0.9", "en", "Green", "High Quality")]
    [TestCase("en;q=nine", "id", "Hijau", "Kualitas Tinggi")]
    [TestCase(",;,", "id", "Hijau", "Kualitas Tinggi")]
    public async Task Labels_follow_the_language_that_the_reader_accepts_best(string? accepted, string language, string zone, string category)
    {
        var reply = await Get(Kampar, accepted);

        (reply.Ok().Text("zone/label"), reply.Ok().Text("category/label")).Should().Be((zone, category));
        reply.ContentHeaders.ContentLanguage.Should().Equal(language);
        reply.Ok().Text("zone/code").Should().Be("green");
    }

    [Test]
    public async Task Published_data_says_where_it_comes_from()
    {
        foreach (var path in new[] { Kampar, $"{Api}/results?year=2022", $"{Api}/rankings?year=2022", $"{Api}/results/summary?year=2022" })
        {
            var meta = (await Get(path)).Ok().At("meta");
            meta.Text("licence").Should().NotBeNullOrEmpty();
            meta.Text("instrument").Should().Be("2022");
            meta.Number("publication").Should().Be(1);
            meta.Text("generatedAt").Should().EndWith("Z");
        }
    }

    [TestCase("/institutions/99.99")]
    [TestCase("/institutions/99.99/results")]
    [TestCase("/institutions/99.99/results/2022")]
    [TestCase("/institutions/99.99/units")]
    [TestCase("/institutions/14.01/results/1999")]
    [TestCase("/institutions/14.01/results/soon")]
    [TestCase("/units/0193f8a0-0000-7000-8000-000000000000")]
    [TestCase("/units/0193f8a0-0000-7000-8000-000000000000/results")]
    [TestCase("/units/one")]
    [TestCase("/instruments/1999")]
    [TestCase("/instruments/1999/bands")]
    [TestCase("/cycles/1999")]
    [TestCase("/assessments/0193f8a0-0000-7000-8000-000000000000")]
    [TestCase("/assessments/0193f8a0-0000-7000-8000-000000000000/form")]
    [TestCase("/assessments/0193f8a0-0000-7000-8000-000000000000/score")]
    [TestCase("/assessments/0193f8a0-0000-7000-8000-000000000000/answers/output.ikm/unit/history")]
    public async Task What_does_not_exist_is_not_found(string path) => (await Get(Api + path)).Problem(404, "notFound");

    [TestCase("/results?yaer=2022", "/yaer unknownParameter")]
    [TestCase("/institutions/14.01?year=2022", "/year unknownParameter")]
    [TestCase("/results?year=2022&year=2023", "/year parameterTwice")]
    [TestCase("/results?kind=village", "/kind unknownValue")]
    [TestCase("/results?kind=1", "/kind unknownValue")]
    [TestCase("/results?kind=Regency", "/kind unknownValue")]
    [TestCase("/institutions?kind=village", "/kind unknownValue")]
    [TestCase("/results?sort=name", "/sort unknownValue")]
    [TestCase("/results?year=soon", "/year notANumber")]
    [TestCase("/results?minScore=high", "/minScore notAScore")]
    [TestCase("/results?minScore=82,07", "/minScore notAScore")]
    [TestCase("/results?maxScore=100.01", "/maxScore notAScore")]
    [TestCase("/rankings", "/year required")]
    [TestCase("/results/summary", "/year required")]
    [TestCase("/rankings?year=99999999999", "/year notANumber")]
    [TestCase("/institutions/14.01/results/2022?knownAt=yesterday", "/knownAt notAnInstant")]
    [TestCase("/institutions?q=%00", "/q controlCharacter")]
    [TestCase("/assessments?status=lost", "/status unknownValue")]
    public async Task What_cannot_be_asked_is_refused_by_name(string path, string error) =>
        (await Get(Api + path)).Errors(400, "invalidRequest").Should().Equal(error);

    [Test]
    public async Task All_wrong_parameters_are_named_at_once() =>
        (await Get($"{Api}/rankings?year=soon&kind=village&limit=0")).Errors(400, "invalidRequest")
            .Should().Equal("/year notANumber", "/kind unknownValue", "/limit limitOutOfRange");

    [TestCase("/institutions/%00")]
    [TestCase("/instruments/%00")]
    [TestCase("/institutions/%C3%28")]
    public async Task An_address_that_no_database_keeps_is_refused_not_a_failure_of_ours(string path) =>
        ((int)(await Get(Api + path)).Status).Should().BeOneOf(400, 404);

    private Task<Reply> Conditional(string path, string etag) => Shared.Send(HttpMethod.Get, Api + path, null, ("If-None-Match", etag));
}
