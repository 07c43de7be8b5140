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
