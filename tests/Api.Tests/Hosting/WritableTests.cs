using Compliance.Infrastructure.Hosting;

namespace Compliance.Api.Tests.Hosting;

/// <summary>Ready is a program that can write, and it becomes ready again by itself.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class WritableTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task A_database_that_cannot_be_written_is_not_ready_until_it_can()
    {
        await using var host = await Fresh();
        host.Clock.Set(host.Clock.GetUtcNow());
        (await host.Get("/health/ready")).Ok().Text("status").Should().Be("ready");
        await using var other = await host.OpenRaw();
        await other.Execute(Provider == "sqlite" ? "BEGIN IMMEDIATE" : "BEGIN");
        await other.Execute("UPDATE loaded_files SET sha256 = sha256");

        (await host.Get("/health/ready")).Ok().Text("status").Should().Be("ready", "what was just tried is not tried again");
        Later(host);
        (await host.Get("/health/ready")).Problem(503, "notWritable");
        await other.Execute("ROLLBACK");
        (await host.Get("/health/ready")).Problem(503, "notWritable");
        Later(host);
        (await host.Get("/health/ready")).Ok();
    }

    [Test]
    public async Task Nor_is_one_whose_folder_of_evidence_cannot_be_written()
    {
        await using var host = await Fresh();
        host.Clock.Set(host.Clock.GetUtcNow());
        var folder = Path.Combine(host.Folder, "evidence", "incoming");
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        await File.WriteAllTextAsync(folder, "A file in the place of the folder.");

        (await host.Get("/health/ready")).Problem(503, "notWritable");
        File.Delete(folder);
        Later(host);
        (await host.Get("/health/ready")).Ok();
        Directory.GetFiles(folder).Should().BeEmpty("nothing is left behind");
    }

    [Test]
    public async Task Asking_often_neither_grows_anything_nor_appears_in_the_audit()
    {
        await using var host = await Fresh();
        host.Clock.Set(host.Clock.GetUtcNow());
        await using var raw = await host.OpenRaw();
        var before = await Counts(raw);

        for (var count = 0; count < 50; count++)
        {
            Later(host);
            (await host.Get("/health/ready")).Ok();
        }

        (await Counts(raw)).Should().Equal(before);
    }

    private static void Later(ApiHost host) => host.Clock.Set(host.Clock.GetUtcNow() + WriteProbe.Life);

    private static async Task<IReadOnlyList<string>> Counts(RawDatabase raw)
    {
        var counts = new List<string>();

        foreach (var table in await raw.Tables())
        {
            counts.Add($"{table} {(await raw.Query($"SELECT count(*) AS rows FROM {table}"))[0].Text("rows")}");
        }

        return counts;
    }
}
