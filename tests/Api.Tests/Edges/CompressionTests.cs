using System.IO.Compression;
using System.Text;
using Compliance.Api.Tests.Agreements;
using Compliance.Api.Tests.Decisions;

namespace Compliance.Api.Tests.Edges;

/// <summary>Responses over 1 KB are compressed, and their ETags are those of their bytes.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class CompressionTests(string provider) : ApiTests(provider)
{
    private const string Cached = $"{Api}/rankings?year=2022";
    private const string Private = $"{Api}/institutions?limit=100";
    private const string Small = $"{Api}/cycles/2023";

    private static readonly string[] compressed = [Cached, Private, "/swagger/v1/swagger.json"];

    [TestCase("br", "br")]
    [TestCase("gzip", "gzip")]
    [TestCase("gzip, deflate, br, zstd", "br")]
    [TestCase("gzip;q=1.0, br;q=0.5", "gzip")]
    [TestCase("*", "br")]
    [TestCase("br;q=0, *", "gzip")]
    [TestCase("deflate", null)]
    [TestCase("identity, br;q=0.5", null)]
    [TestCase("br;q=0", null)]
    [TestCase("", null)]
    public async Task A_response_is_compressed_as_its_client_likes_best(string accepted, string? encoding)
    {
        foreach (var path in compressed)
        {
            var plain = await Read(Shared, path);
            var read = await Read(Shared, path, ("Accept-Encoding", accepted));

            (read.Encoding, read.Content).Should().Be((encoding, plain.Content), path);
            read.Vary.Should().Contain("Accept-Encoding", path);
            (read.Length < plain.Content.Length).Should().Be(encoding is not null, path);
        }
    }

    [Test]
    public async Task Each_encoding_has_a_strong_tag_of_its_own_that_names_the_same_content()
    {
        foreach (var path in new[] { Cached, Private })
        {
            var (plain, brotli, gzip) = (await Read(Shared, path), await Read(Shared, path, ("Accept-Encoding", "br")), await Read(Shared, path, ("Accept-Encoding", "gzip")));

            brotli.ETag.Should().Be($"{plain.ETag![..^1]}-br\"");
            gzip.ETag.Should().Be($"{plain.ETag[..^1]}-gzip\"");

            foreach (var tag in new[] { plain.ETag, brotli.ETag!, gzip.ETag!, $"{plain.ETag[..^1]};gzip\"", $"{plain.ETag[..^1]}--gzip\"" })
            {
                foreach (var sent in new[] { tag, $"W/{tag}", $"\"other\", {tag}" })
                {
                    var again = await Read(Shared, path, ("Accept-Encoding", "br"), ("If-None-Match", sent));

                    (again.Status, again.ETag).Should().Be((HttpStatusCode.NotModified, tag), "{0}: the client keeps what it has", sent);
                    again.Vary.Should().Contain("Accept-Encoding");
                }
            }

            (await Read(Shared, path, ("Accept-Encoding", "br"), ("If-None-Match", $"{plain.ETag[..^1]}-other\""))).Status.Should().Be(HttpStatusCode.OK);
        }
    }

    [Test]
    public async Task Short_responses_refusals_and_answers_to_writes_are_not_compressed()
    {
        (string, string)[] all = [("Accept-Encoding", "br, gzip")];
        var signedIn = await Shared.SendAs(
            null, HttpMethod.Post, $"{Api}/tokens", JsonContent.Create(new { email = "auditor@demo.example", password = "Kepatuhan-Demo-2023" }), all);
        var scored = await Shared.SendAs(
            null, HttpMethod.Post, $"{Api}/scores?trace=true", JsonContent.Create(new { instrument = "2023", dimensions = new { input = 8.72m, process = 10.76m, output = 20.76m, complaints = 9.61m } }), all);

        (await Read(Shared, Small, all)).Encoding.Should().BeNull();
        (await Read(Shared, $"{Api}/results?{string.Join('&', Enumerable.Range(0, 20).Select(number => $"unknown{number}=1"))}", all)).Encoding.Should().BeNull();
        signedIn.Ok();
        signedIn.ContentHeaders.ContentEncoding.Should().BeEmpty();
        scored.Ok();
        scored.ContentHeaders.ContentEncoding.Should().BeEmpty();
    }

    [Test]
    public async Task A_compressed_file_has_a_tag_of_its_own_and_ranges_are_those_of_the_file()
    {
        await using var host = await Fresh();
        await host.GivenAnnounced();
        const string Proof = $"{Deciding.Cycle}/proof";
        var (plain, brotli) = (await Read(host, Proof), await Read(host, Proof, ("Accept-Encoding", "br")));

        (brotli.Encoding, brotli.ETag, brotli.Content).Should().Be(("br", $"{plain.ETag![..^1]}-br\"", plain.Content));
        plain.Vary.Should().Contain("Accept-Encoding");
        var again = await Read(host, Proof, ("Accept-Encoding", "br"), ("If-None-Match", brotli.ETag!));
        (again.Status, again.ETag).Should().Be((HttpStatusCode.NotModified, brotli.ETag));
        (await Read(host, Proof, ("If-None-Match", $"W/{plain.ETag}"))).Status.Should().Be(HttpStatusCode.NotModified);
        (await Read(host, Proof, ("If-Match", brotli.ETag!))).Status.Should().Be(HttpStatusCode.OK);

        var part = await Read(host, Proof, ("Accept-Encoding", "br"), ("Range", "bytes=10-19"), ("If-Range", plain.ETag));
        (part.Status, part.Encoding, part.Content).Should().Be((HttpStatusCode.PartialContent, null, plain.Content[10..20]));
        var whole = await Read(host, Proof, ("Accept-Encoding", "br"), ("Range", "bytes=10-19"), ("If-Range", brotli.ETag!));
        (whole.Status, whole.Content).Should().Be((HttpStatusCode.OK, plain.Content), "a part of the file does not continue its compressed form");
    }

    [Test]
    public async Task A_change_is_based_on_what_was_read_compressed()
    {
        await using var host = await Fresh();
        var draft = Agreeing.Pks(title: string.Concat(Enumerable.Repeat("Perjanjian kerja sama pencegahan maladministrasi. ", 4)));
        var agreement = await host.GivenAgreement(draft);
        var read = await Read(host, agreement, "head.riau", ("Accept-Encoding", "br"));
        read.Encoding.Should().Be("br");
        read.ETag.Should().StartWith("\"v1.").And.EndWith("-br\"");
        Task<Reply> Change(string tag) => host.SendAs(
            "head.riau", HttpMethod.Put, agreement, JsonContent.Create(draft), ("If-Match", tag));

        (await Change($"W/{read.ETag}")).Problem(412, "versionDiffers");
        (await Change("\"v2-gzip\"")).Problem(412, "versionDiffers");
        (await Change(read.ETag!)).Ok();
        (await Change("\"v1-gzip\"")).Ok();
    }

    [TestCase("-1", HttpStatusCode.OK)]
    [TestCase("0", HttpStatusCode.NotModified)]
    [TestCase("1", HttpStatusCode.NotModified)]
    public async Task Whoever_has_no_tag_may_ask_by_the_time(string seconds, HttpStatusCode status)
    {
        foreach (var path in new[] { Cached, $"{Api}/institutions/14.01/results/2022", $"{Api}/instruments/2023" })
        {
            var modified = (await Get(path)).ContentHeaders.LastModified!.Value;
            var since = modified.AddSeconds(int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture)).ToString("R", System.Globalization.CultureInfo.InvariantCulture);

            (await Read(Shared, path, ("If-Modified-Since", since))).Status.Should().Be(status, path);
            (await Read(Shared, path, ("If-Modified-Since", since), ("If-None-Match", "\"other\""))).Status.Should().Be(HttpStatusCode.OK, path);
            (await Read(Shared, path, ("If-Modified-Since", "soon"))).Status.Should().Be(HttpStatusCode.OK, path);
        }
    }

    /// <summary>A result shows the clearance of its institution, which no publication changes.</summary>
    [Test]
    public async Task A_change_of_clearance_modifies_the_results_of_an_institution()
    {
        await using var host = await Fresh();

        foreach (var path in new[] { $"{Api}/institutions/14.04/results/2023", $"{Api}/institutions/14.04/results" })
        {
            var before = await host.Get(path);
            var since = before.ContentHeaders.LastModified!.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
            (await Read(host, path, ("If-Modified-Since", since))).Status.Should().Be(HttpStatusCode.NotModified);

            await host.GivenCorrectiveAction();

            var after = await Read(host, path, ("If-Modified-Since", since));
            (after.Status, after.ETag == before.ETag).Should().Be((HttpStatusCode.OK, false), path);
        }
    }

    private static Task<Received> Read(ApiHost host, string path, params (string Name, string Value)[] headers) => Read(host, path, null, headers);

    private static async Task<Received> Read(ApiHost host, string path, string? caller, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);

        if (caller is not null)
        {
            request.Headers.Authorization = new("Bearer", await host.TokenOf(caller));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
        }

        using var response = await host.Client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var encoding = response.Content.Headers.ContentEncoding.SingleOrDefault();
        await using Stream stream = encoding switch
        {
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };
        using var text = new StreamReader(stream, Encoding.UTF8);

        return new(response.StatusCode, response.Headers.ETag?.ToString(), encoding, await text.ReadToEndAsync(), bytes.Length, [.. response.Headers.Vary]);
    }

    private sealed record Received(HttpStatusCode Status, string? ETag, string? Encoding, string Content, int Length, IReadOnlyList<string> Vary);
}
