namespace Compliance.Api.Tests;

/// <summary>Announced results are served from memory until the next publication.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class WarmReadsTests(string provider) : ApiTests(provider)
{
    [TestCase("/institutions/14.01/results/2022")]
    [TestCase("/institutions/14.01/results")]
    [TestCase("/rankings?year=2022")]
    [TestCase("/rankings?year=2022&kind=regency&province=14")]
    [TestCase("/results/summary?year=2022")]
    [TestCase("/instruments/2023")]
    public async Task The_second_reader_costs_no_SQL(string path)
    {
        await using var host = await Fresh();
        var cold = await Cost(host, path);
        var warm = await Cost(host, path);
        var revalidated = await Cost(host, path, warm.Reply.ETag);

        cold.Commands.Should().BePositive();
        (warm.Commands, warm.Reply.Text, warm.Reply.ETag).Should().Be((0, cold.Reply.Text, cold.Reply.ETag));
        (revalidated.Commands, revalidated.Reply.Status).Should().Be((0, HttpStatusCode.NotModified));
    }

    /// <summary>However an address is written, its content is kept once; what only looks like it is refused as if nothing were kept.</summary>
    [Test]
    public async Task Other_addresses_of_the_same_content_cost_no_SQL_either()
    {
        await using var host = await Fresh();
        await Cost(host, "/rankings?kind=regency&year=2022");

        foreach (var same in new[]
        {
            "/rankings?year=2022&kind=regency", "/rankings?&&&year=2022&&kind=regency&", "/rankings?%79ear=2022&kind=%72egency", "/Rankings/?year=2022&kind=regency",
        })
        {
            (await Cost(host, same)).Commands.Should().Be(0, same);
        }

        foreach (var (other, error) in new[]
        {
            ("/rankings?year=2022&kind=regency&x=1", "/x unknownParameter"),
            ("/rankings?year=2022&kind=regency&kind=regency", "/kind parameterTwice"),
            ("/rankings?year=2022&Kind=regency", "/Kind unknownParameter"),
            ("/rankings?year=2022%26kind%3Dregency", "/year notANumber"),
        })
        {
            (await host.Get(Api + other)).Errors(400, "invalidRequest").Should().Equal([error], other);
        }

        (await host.Get($"{Api}/rankings?year=2022&kind=")).Ok().Items().Count.Should().BePositive("an empty parameter is not looked for");
    }

    [Test]
    public async Task Head_is_answered_from_what_is_kept()
    {
        await using var host = await Fresh();
        await Cost(host, "/rankings?year=2022");
        var before = host.Sql.Commands;

        (await host.SendAs(null, HttpMethod.Head, $"{Api}/rankings?year=2022")).Status.Should().Be(HttpStatusCode.OK);
        host.Sql.Commands.Should().Be(before);
    }

    [Test]
    public async Task Languages_are_kept_apart()
    {
        await using var host = await Fresh();
        var indonesian = await host.Get($"{Api}/institutions/14.01/results/2022");
        var english = await host.Get($"{Api}/institutions/14.01/results/2022", "en");

        english.Ok().Text("zone/label").Should().NotBe(indonesian.Ok().Text("zone/label"));
        english.ETag.Should().NotBe(indonesian.ETag);
        (await host.Get($"{Api}/institutions/14.01/results/2022")).Text.Should().Be(indonesian.Text);
    }

    [Test]
    public async Task After_an_import_the_next_reader_is_told_anew()
    {
        await using var host = await Fresh();
        const string Path = "/rankings?year=2022&kind=regency&province=14";
        await Cost(host, Path);
        (await Cost(host, Path)).Commands.Should().Be(0);

        (await host.Import("year,institution,score\n2022,14.08,99.99\n")).Ok();

        var after = await Cost(host, Path);
        after.Commands.Should().BePositive();
        after.Reply.Ok().Text("items/0/institution/code").Should().Be("14.08");
        (await Cost(host, Path)).Commands.Should().Be(0);
    }

    [Test]
    public async Task An_import_that_changes_nothing_leaves_what_is_kept()
    {
        await using var host = await Fresh();
        const string Path = "/institutions/14.01/results/2022";
        await Cost(host, Path);

        (await host.Import("year,institution,score\n2022,14.01,82.07\n")).Ok().Number("unchanged").Should().Be(1);

        (await Cost(host, Path)).Commands.Should().Be(0);
    }

    private static async Task<(int Commands, Reply Reply)> Cost(ApiHost host, string path, string? etag = null)
    {
        var before = host.Sql.Commands;
        var reply = await host.Send(HttpMethod.Get, Api + path, null, etag is null ? [] : [("If-None-Match", etag)]);
        reply.Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.NotModified);

        return (host.Sql.Commands - before, reply);
    }
}
