using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Compliance.Api.Tests.Evidence;

/// <summary>Files that come in parts over connections that break.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class UploadTests(string provider) : ApiTests(provider)
{
    private const string Binary = "application/octet-stream";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Parts_of_any_length_become_evidence_once()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var bytes = Samples.Mp4(1);
        var upload = await Begin(host, assessment, bytes, name: "wawancara.mp4");

        (await Patch(host, upload, 0, bytes[..1])).Ok().Number("offset").Should().Be(1);
        (await host.SendAs("assessor.riau", HttpMethod.Post, $"{assessment}/evidence", Finish(upload).ToForm())).Problem(409, "uploadIncomplete");
        (await Range(host, upload, 1, bytes[1..300], bytes.Length)).Ok().Number("offset").Should().Be(300);
        (await Patch(host, upload, 300, [])).Ok().Flag("complete").Should().BeFalse();
        var last = await Patch(host, upload, 300, bytes[300..]);
        (last.Ok().Flag("complete"), OffsetOf(last)).Should().Be((true, bytes.Length));

        var added = (await host.AddEvidence(assessment, Finish(upload))).Ok(HttpStatusCode.Created);
        (added.Text("file/name"), added.Text("file/mediaType")).Should().Be(("wawancara.mp4", "video/mp4"));
        (await host.Download($"{assessment}/evidence/{added.Text("id")}")).Bytes.Should().Equal(bytes);
        (await host.AddEvidence(assessment, Finish(upload))).Ok(HttpStatusCode.Created).Text("id").Should().Be(added.Text("id"), "it is the same request again");
        (await host.AddEvidence(assessment, Finish(upload).With("note", "lain"))).Problem(409, "uploadFinished");
        (await Patch(host, upload, 0, bytes)).Problem(409, "uploadFinished");
        (await host.Get(upload)).Ok().Text("evidence").Should().Be(added.Text("id"));
        host.Stored("uploads").Should().BeEmpty();
        await host.ShouldBeIntact();
    }

    [Test]
    public async Task Cut_at_many_places_it_goes_on_where_it_stood_to_the_same_bytes()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var bytes = Samples.Jpeg(11, fill: 300_000);
        var upload = await Begin(host, assessment, bytes, Sha256(bytes));
        var token = await host.TokenOf("assessor.riau");
        var offset = 0;

        foreach (var (length, index) in new[] { 0, 1, 2, 7, 1_000, 4_095, 4_096, 4_097, 16_384, 65_535, 65_536, 65_537 }.Select((length, index) => (length, index)))
        {
            await Cut(host, token, upload, offset, bytes, length, withReset: index % 2 == 0);
            offset += length;
            (await OffsetAt(host, upload)).Should().Be(offset, "what arrived is there");
        }

        var rest = await Again(() => Patch(host, upload, offset, bytes[offset..]));
        rest.Ok().Flag("complete").Should().BeTrue();
        var added = (await host.AddEvidence(assessment, Finish(upload))).Ok(HttpStatusCode.Created);
        added.Text("file/sha256").Should().Be(Sha256(bytes));
        (await host.Download($"{assessment}/evidence/{added.Text("id")}")).Bytes.Should().Equal(bytes);
    }

    [Test]
    public async Task A_wrong_offset_is_told_the_right_one()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var bytes = Samples.Pdf(1);
        var upload = await Begin(host, assessment, bytes);
        await Patch(host, upload, 0, bytes[..100]);

        foreach (var wrong in new[] { 0, 99, 101 })
        {
            var refused = await Patch(host, upload, wrong, bytes[..1]);
            refused.Problem(409, "uploadOffsetDiffers").Text("detail").Should().Contain("100");
            OffsetOf(refused).Should().Be(100);
        }

        var head = await host.SendAs("assessor.riau", HttpMethod.Head, upload);
        (head.Status, OffsetOf(head), head.Text).Should().Be((HttpStatusCode.OK, 100, ""));
    }

    [Test]
    public async Task A_part_that_does_not_fit_leaves_the_upload_as_it_was()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var bytes = Samples.Pdf(1);
        var upload = await Begin(host, assessment, bytes);
        await Patch(host, upload, 0, bytes[..100]);

        (await Patch(host, upload, 100, bytes)).Problem(422, "chunkBeyondSize");
        (await Send(host, upload, new StreamContent(new Unannounced(bytes)), ("Upload-Offset", "100"))).Problem(422, "chunkBeyondSize");
        (await Range(host, upload, 100, bytes[100..], bytes.Length + 1)).Problem(422, "uploadSizeDiffers");
        (await Send(host, upload, new ByteArrayContent(bytes[100..]))).Errors(400, "invalidRequest").Should().Equal("/Upload-Offset required");
        (await Send(host, upload, new ByteArrayContent(bytes[100..]), ("Upload-Offset", "ten"))).Errors(400, "invalidRequest").Should().Equal("/Upload-Offset notANumber");
        var content = new ByteArrayContent(bytes[100..]) { Headers = { ContentRange = new(100, 101, bytes.Length) } };
        (await Send(host, upload, content)).Errors(400, "invalidRequest").Should().Equal("/Content-Range badRange");
        var endless = new StreamContent(new Unannounced(bytes)) { Headers = { ContentRange = new(100, long.MaxValue) } };
        (await Send(host, upload, endless)).Errors(400, "invalidRequest").Should().Equal("/Content-Range badRange");
        (await host.SendAs("assessor.riau", HttpMethod.Patch, upload, ApiCalls.Bytes([1], "image/jpeg"), ("Upload-Offset", "100"))).Problem(415, "unsupportedMediaType");
        (await host.Get(upload)).Ok().Number("offset").Should().Be(100);
    }

    [Test]
    public async Task What_differs_from_its_declared_hash_is_begun_anew()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var bytes = Samples.Pdf(1);
        var upload = await Begin(host, assessment, bytes, Sha256(bytes));

        (await Patch(host, upload, 0, Samples.Pdf(2))).Problem(422, "sha256Differs");
        (await host.Get(upload)).Ok().Number("offset").Should().Be(0);
        (await Patch(host, upload, 0, bytes)).Ok().Flag("complete").Should().BeTrue();
    }

    [Test]
    public async Task Of_two_devices_at_once_one_writes_and_the_other_waits()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var bytes = Samples.Jpeg(3, fill: 100_000);
        var upload = await Begin(host, assessment, bytes, Sha256(bytes));
        using var first = await Open(host, await host.TokenOf("assessor.riau"), upload, 0, bytes.Length);
        await SendAll(first, bytes.AsMemory(0, 50_000));
        await Waiting.Until(async () => await OffsetAt(host, upload) == 50_000, () => "The part was not taken.", patience);

        (await Patch(host, upload, 50_000, bytes[50_000..])).Problem(409, "uploadBusy");
        await SendAll(first, bytes.AsMemory(50_000));
        (await ReadStatus(first)).Should().Be(200);
        (await host.AddEvidence(assessment, Finish(upload))).Ok(HttpStatusCode.Created).Text("file/sha256").Should().Be(Sha256(bytes));
    }

    [Test]
    public async Task Begun_again_under_its_id_it_is_the_same()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var body = new { id = "0198c0de-0000-7000-8000-0000000000cc", fileName = "a.pdf", size = 700 };
        var begun = (await host.Post($"{assessment}/uploads", body)).Ok(HttpStatusCode.Created);
        await Patch(host, $"{assessment}/uploads/{begun.Text("id")}", 0, [1, 2, 3]);

        (await host.Post($"{assessment}/uploads", body)).Ok(HttpStatusCode.Created).Number("offset").Should().Be(3);
        (await host.Post($"{assessment}/uploads", new { body.id, body.fileName, size = 701 })).Problem(409, "idTaken");
        (await host.Post($"{assessment}/uploads", new { fileName = "a.pdf", size = 0 })).Problem(422, "fileEmpty");
        (await host.Post($"{assessment}/uploads", new { fileName = "a.pdf", size = 1L << 40 })).Problem(413, "fileTooLarge");
        (await host.Post($"{assessment}/uploads", new { sha256 = "no" })).Errors(400, "invalidRequest")
            .Should().Equal("/fileName required", "/size required", "/sha256 malformedValue");
    }

    [Test]
    public async Task What_nobody_finished_is_removed_when_its_time_is_over()
    {
        await using var host = await Fresh();
        host.Clock.Set(DateTimeOffset.UtcNow);
        var assessment = await host.GivenAssessment();
        var upload = await Begin(host, assessment, Samples.Pdf(1));
        await Patch(host, upload, 0, [1, 2, 3]);
        var kept = await host.GivenEvidence(assessment, Offering.Photo());
        var orphan = Path.Combine(host.Folder, "evidence", "blobs", "ab", string.Concat(Enumerable.Repeat("ab", 32)));
        Directory.CreateDirectory(Path.GetDirectoryName(orphan)!);
        await File.WriteAllTextAsync(orphan, "a crash came between the file and its row");

        (await host.Sweep()).Should().Be(new Application.Evidence.EvidenceSwept(0, 0, 0), "an hour has not passed yet");
        host.Clock.Set(DateTimeOffset.UtcNow.AddDays(13));
        (await host.Sweep()).Should().Be(new Application.Evidence.EvidenceSwept(0, 1, 0));
        (await host.Get(upload)).Ok();
        host.Clock.Set(DateTimeOffset.UtcNow.AddDays(14));
        (await host.Get(upload)).Problem(404, "notFound");
        (await host.Sweep()).Uploads.Should().Be(1);

        host.Stored("uploads").Should().BeEmpty();
        host.Stored("blobs").Should().ContainSingle();
        (await host.Download(kept)).Bytes.Should().Equal(Samples.Jpeg(1));
        await host.ShouldBeIntact();
    }

    private static async Task<string> Begin(ApiHost host, string assessment, byte[] bytes, string? sha256 = null, string name = "berkas")
    {
        var begun = await host.Post($"{assessment}/uploads", new { fileName = name, size = bytes.Length, sha256 });
        OffsetOf(begun).Should().Be(0);

        return $"{assessment}/uploads/{begun.Ok(HttpStatusCode.Created).Text("id")}";
    }

    private static EvidenceOffering Finish(string upload) => new EvidenceOffering().With("upload", upload.Split('/')[^1]);

    private static Task<Reply> Patch(ApiHost host, string upload, long offset, byte[] part) =>
        Send(host, upload, new ByteArrayContent(part), ("Upload-Offset", FormattableString.Invariant($"{offset}")));

    private static Task<Reply> Range(ApiHost host, string upload, long offset, byte[] part, long total) =>
        Send(host, upload, new ByteArrayContent(part) { Headers = { ContentRange = new(offset, offset + part.Length - 1, total) } });

    private static Task<Reply> Send(ApiHost host, string upload, HttpContent part, params (string, string)[] headers)
    {
        part.Headers.ContentType = new(Binary);

        return host.SendAs("assessor.riau", HttpMethod.Patch, upload, part, headers);
    }

    private static int OffsetOf(Reply reply) =>
        int.Parse(reply.Headers.GetValues("Upload-Offset").Single(), System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<int> OffsetAt(ApiHost host, string upload) => (int)(await host.Get(upload)).Ok().Number("offset")!;

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>
    /// Announces the whole rest, sends so much of it, and once that has arrived is gone: with an orderly end of the
    /// connection, or with a reset.
    /// </summary>
    private static async Task Cut(ApiHost host, string token, string upload, int offset, byte[] bytes, int length, bool withReset)
    {
        using var socket = await Open(host, token, upload, offset, bytes.Length - offset);
        await SendAll(socket, bytes.AsMemory(offset, length));
        await Waiting.Until(async () => await OffsetAt(host, upload) == offset + length, () => "The part was not taken.", patience);
        socket.LingerState = new(withReset, seconds: 0);
        socket.Close();

        // The server learns of it in its own time; a request that still holds the upload is seen by its lock.
        await Again(() => Patch(host, upload, offset + length, []));
    }

    private static async Task<Socket> Open(ApiHost host, string token, string upload, int offset, int length)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        var address = host.Client.BaseAddress!;
        await socket.ConnectAsync(address.Host, address.Port);
        var head = $"PATCH {upload} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: {Binary}\r\n"
            + FormattableString.Invariant($"Upload-Offset: {offset}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
        await SendAll(socket, Encoding.ASCII.GetBytes(head));

        return socket;
    }

    private static async Task SendAll(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        for (var rest = bytes; rest.Length > 0;)
        {
            rest = rest[await socket.SendAsync(rest)..];
        }
    }

    private static async Task<int?> ReadStatus(Socket socket)
    {
        var answer = new StringBuilder();
        var part = new byte[4096];
        using var end = new CancellationTokenSource(patience);

        while (await socket.ReceiveAsync(part, end.Token) is var read and > 0)
        {
            answer.Append(Encoding.UTF8.GetString(part, 0, read));
        }

        return answer.Length == 0 ? null : int.Parse(answer.ToString().Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Sends again while another request is still busy with the upload.</summary>
    private static async Task<Reply> Again(Func<Task<Reply>> send)
    {
        Reply? reply = null;
        await Waiting.Until(async () => !(reply = await send()).Text.Contains("uploadBusy", StringComparison.Ordinal), () => "The upload stayed busy.", patience);

        return reply!;
    }

    /// <summary>Sent in chunks, since nobody knows how long it is.</summary>
    private sealed class Unannounced(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
