using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using Compliance.Api.Tests.Decisions;
using Compliance.Application.Exports;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Api.Tests.Exports;

/// <summary>Exports are written once and served as files.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ExportFilesTests(string provider) : ApiTests(provider)
{
    private const string Proof = $"{Deciding.Cycle}/proof";

    private IExportFiles Files => Shared.Services.GetRequiredService<IExportFiles>();

    [Test]
    public async Task A_proof_is_written_once_until_the_next_decision_with_the_same_bytes_after_a_restart()
    {
        var host = await Fresh();
        var assessments = await host.GivenAnnounced();
        var (first, cold) = await Cost(host);
        var (again, warm) = await Cost(host);

        first.ETag.Should().Be($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first.Text)))}\"");
        (again.Text, again.ETag).Should().Be((first.Text, first.ETag));
        warm.Should().BeLessThan(cold);
        Stored(host).Should().ContainSingle();

        await using var later = await host.StartAgain("Development");
        Stored(later).Should().BeEmpty("nothing has to survive");
        var (rebuilt, _) = await Cost(later);
        (rebuilt.Text, rebuilt.ETag).Should().Be((first.Text, first.ETag));

        (await later.Correct(new
        {
            number = "12/2027",
            date = "2026-12-01",
            reason = "Salah baca formulir.",
            assessments = new[]
            {
                new { assessment = Deciding.IdOf(assessments[0]), answers = new[] { new { indicator = "process.standard.requirements", subject = "product:1", level = 0 } } },
            },
        })).Ok();
        var (corrected, _) = await Cost(later);
        corrected.Text.Should().StartWith(first.Text);
        corrected.ETag.Should().NotBe(first.ETag);
        Stored(later).Should().ContainSingle("the older version is deleted");
    }

    [Test]
    public async Task A_proof_can_be_resumed_and_is_not_sent_again()
    {
        await using var host = await Fresh();
        await host.GivenAnnounced();
        var whole = await Send(host, Proof);
        var rest = await Send(host, Proof, ("Range", "bytes=1000-"), ("If-Range", whole.ETag));
        var other = await Send(host, Proof, ("Range", "bytes=1000-"), ("If-Range", "\"other\""));

        (rest.Status, rest.Text, rest.ETag).Should().Be((HttpStatusCode.PartialContent, whole.Text[1000..], whole.ETag));
        (other.Status, other.Text).Should().Be((HttpStatusCode.OK, whole.Text));
        (await Send(host, Proof, ("If-None-Match", whole.ETag))).Status.Should().Be(HttpStatusCode.NotModified);
        (await Send(host, Proof, ("Range", "bytes=99999999-"))).Problem(416, "rangeNotSatisfiable");
        whole.Headers.CacheControl!.ToString().Should().Be("public, no-cache");
        whole.ContentHeaders.ContentDisposition!.ToString().Should().Be("attachment; filename=\"decisions-2026.jsonl\"");
    }

    [Test]
    public async Task An_exported_audit_trail_is_deleted_once_it_is_sent()
    {
        await using var host = await Fresh();
        var export = await host.SendAs("auditor", HttpMethod.Get, $"{Api}/audit/export");

        export.Status.Should().Be(HttpStatusCode.OK);
        export.ETag.Should().Be($"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(export.Text)))}\"");
        export.Headers.CacheControl!.NoStore.Should().BeTrue();
        Stored(host).Should().BeEmpty();
    }

    [Test]
    [Platform(Exclude = "Win")]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_program_reads_its_files()
    {
        await using var file = (await Files.Open("rights", 1, Text("x"), CancellationToken.None)).Bytes;
        var path = ((FileStream)file).Name;

        File.GetUnixFileMode(path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        foreach (var folder in new[] { Path.GetDirectoryName(path)!, Path.GetDirectoryName(Path.GetDirectoryName(path))! })
        {
            File.GetUnixFileMode(folder).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Test]
    public async Task One_reader_writes_and_the_others_wait_for_its_file()
    {
        var (begun, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var written = 0;
        var readers = Enumerable.Range(0, 20).Select(_ => Files.Open(
            "at-once",
            1,
            async (to, token) =>
            {
                Interlocked.Increment(ref written);
                begun.TrySetResult();
                await finish.Task.WaitAsync(token);
                await to.WriteAsync("content"u8.ToArray(), token);
            },
            CancellationToken.None)).ToList();
        await begun.Task;
        using var impatient = new CancellationTokenSource();
        var cancelled = Files.Open("at-once", 1, Text("other"), impatient.Token);
        await impatient.CancelAsync();

        await FluentActions.Awaiting(() => cancelled).Should().ThrowAsync<OperationCanceledException>();
        finish.SetResult();
        (await Task.WhenAll((await Task.WhenAll(readers)).Select(Read))).Should().OnlyContain(text => text == "content");
        written.Should().Be(1);
    }

    [Test]
    public async Task Where_the_writer_gives_up_the_next_reader_writes()
    {
        var begun = new TaskCompletionSource();
        using var hangsUp = new CancellationTokenSource();
        var writer = Files.Open(
            "given-up",
            1,
            async (to, token) =>
            {
                await to.WriteAsync("half"u8.ToArray(), token);
                begun.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            },
            hangsUp.Token);
        await begun.Task;
        var next = Files.Open("given-up", 1, Text("whole"), CancellationToken.None);
        await hangsUp.CancelAsync();

        await FluentActions.Awaiting(() => writer).Should().ThrowAsync<OperationCanceledException>();
        (await Read(await next)).Should().Be("whole");
    }

    [Test]
    public async Task Whoever_reads_an_older_version_reads_it_to_its_end()
    {
        var old = await Files.Open("replaced", 1, Text("old"), CancellationToken.None);
        var current = await Files.Open("replaced", 2, Text("new"), CancellationToken.None);
        var late = await Files.Open("replaced", 1, Text("old"), CancellationToken.None);

        (await Read(old), await Read(current), await Read(late)).Should().Be(("old", "new", "new"));
    }

    [Test]
    public async Task What_a_killed_instance_left_behind_is_deleted_and_what_a_living_one_has_is_not()
    {
        await using var host = await Fresh();
        var exports = Directory.CreateDirectory(Path.Combine(host.Folder, "exports"));
        var (left, living) = (exports.CreateSubdirectory("left"), exports.CreateSubdirectory("living"));
        await using var mark = new FileStream(living.FullName + ".lock", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        await File.WriteAllTextAsync(left.FullName + ".lock", "");

        (await host.SendAs("auditor", HttpMethod.Get, $"{Api}/audit/export")).Status.Should().Be(HttpStatusCode.OK);

        (Directory.Exists(left.FullName), File.Exists(left.FullName + ".lock"), Directory.Exists(living.FullName)).Should().Be((false, false, true));
    }

    private static ExportWriter Text(string text) => async (to, token) => await to.WriteAsync(Encoding.UTF8.GetBytes(text), token);

    private static async Task<string> Read(ExportFile file)
    {
        using var reader = new StreamReader(file.Bytes);

        return await reader.ReadToEndAsync();
    }

    private static IReadOnlyList<string> Stored(ApiHost host) => Directory.Exists(Path.Combine(host.Folder, "exports"))
        ? [.. Directory.EnumerateFiles(Path.Combine(host.Folder, "exports"), "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))]
        : [];

    private static Task<Reply> Send(ApiHost host, string path, params (string Name, string Value)[] headers) =>
        host.SendAs(null, HttpMethod.Get, path, null, headers);

    private static async Task<(Reply Reply, int Commands)> Cost(ApiHost host)
    {
        var before = host.Sql.Commands;
        var reply = await Send(host, Proof);
        reply.Status.Should().Be(HttpStatusCode.OK, reply.Text);

        return (reply, host.Sql.Commands - before);
    }
}
