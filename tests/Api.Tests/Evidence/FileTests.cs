using System.Security.Cryptography;
using Compliance.Application.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Api.Tests.Evidence;

/// <summary>Files are taken by what they are, kept once, and given back as they came.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class FileTests(string provider) : ApiTests(provider)
{
    private static readonly (string Name, string? Claimed, byte[] Bytes, string MediaType)[] kinds =
    [
        ("foto.JPG", "image/jpeg", Samples.Jpeg(1), "image/jpeg"),
        ("layar.png", "image/png", Samples.Png(1), "image/png"),
        ("gambar.webp", "application/octet-stream", Samples.WebP(1), "image/webp"),
        ("IMG_0007.HEIC", "image/heic", Samples.Heic(1), "image/heic"),
        ("Standar Pelayanan.pdf", "application/pdf", Samples.Pdf(1), "application/pdf"),
        ("wawancara", null, Samples.Mp4(1), "video/mp4"),
    ];

    [Test]
    public async Task A_file_of_each_kind_comes_back_as_it_came()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();

        foreach (var (name, claimed, bytes, mediaType) in kinds)
        {
            var added = await host.AddEvidence(assessment, new() { File = bytes, FileName = name, MediaType = claimed });
            var piece = added.Ok(HttpStatusCode.Created);
            piece.Text("file/mediaType").Should().Be(mediaType, name);
            piece.Text("file/name").Should().Be(name);
            piece.Number("file/size").Should().Be(bytes.Length);
            piece.Text("file/sha256").Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
            (piece.Text("state"), piece.Text("file/scan"), piece.Text("uploader")).Should().Be(("offered", "notScanned", "assessor.riau@demo.example"));
            added.Headers.Location.Should().Be($"{assessment}/evidence/{piece.Text("id")}");
            var (answer, back) = await host.Download($"{assessment}/evidence/{piece.Text("id")}");
            answer.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
            back.Should().Equal(bytes);
        }

        (await host.Get($"{assessment}/evidence")).Ok().Items().Should().HaveCount(kinds.Length);
        await host.ShouldBeIntact();
    }

    [Test]
    public async Task A_download_is_saved_and_never_run()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var bytes = Samples.Jpeg(7, fill: 3_000);
        var evidence = await host.GivenEvidence(assessment, new() { File = bytes, FileName = "..\\..\\Biaya \u202e\"loket\"; ünït.jpg" });
        var (answer, _) = await host.Download(evidence);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.ETag!.ToString().Should().Be($"\"{sha256}\"");
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
        answer.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("sandbox; default-src 'none'");
        answer.Headers.CacheControl!.ToString().Should().Contain("private");
        var disposition = answer.Content.Headers.ContentDisposition!;
        disposition.DispositionType.Should().Be("attachment");
        disposition.FileNameStar.Should().Be("Biaya __loket__ ünït.jpg");
        disposition.FileName.Should().NotContainAny("/", "\\", ";", "ü");

        var (part, middle) = await host.Download(evidence, headers: ("Range", "bytes=1000-1999"));
        part.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentRange!.ToString().Should().Be($"bytes 1000-1999/{bytes.Length}");
        middle.Should().Equal(bytes[1000..2000]);
        (await host.Download(evidence, headers: ("If-None-Match", $"\"{sha256}\""))).Answer.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await host.Download(evidence, headers: ("Range", "bytes=999999-"))).Answer.StatusCode.Should().Be(HttpStatusCode.RequestedRangeNotSatisfiable);
    }

    [Test]
    public async Task The_same_bytes_are_kept_once_over_the_whole_system()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var other = await OtherAssessment(host);

        foreach (var (where, offering) in new[] { (assessment, Offering.Photo()), (assessment, Offering.Photo() with { FileName = "lain.jpg" }), (other, Offering.Photo()) })
        {
            (await host.AddEvidence(where, offering)).Ok(HttpStatusCode.Created);
        }

        host.Stored("blobs").Should().ContainSingle();
        host.Stored("incoming").Should().BeEmpty();
        await using var scope = host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IComplianceDb>().EvidenceBlobs.CountAsync()).Should().Be(1);
    }

    [Test]
    public async Task Many_devices_with_the_same_bytes_at_once_all_succeed()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        await host.TokenOf("assessor.riau");

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.AddEvidence(assessment, Offering.Photo())));

        replies.Select(reply => reply.Ok(HttpStatusCode.Created).Text("id")).Should().OnlyHaveUniqueItems();
        host.Stored("blobs").Should().ContainSingle();
    }

    [Test]
    public async Task Repeated_under_its_id_it_is_the_same_and_other_content_is_refused()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var offering = Offering.Photo().With("id", "0198c0de-0000-7000-8000-0000000000aa").With("latitude", "-0.31820000").With("longitude", "103.15461234567")
            .With("accuracy", "12.5").With("capturedAt", "2026-06-01T09:14:07.1234567+07:00").With("technique", "observation");
        var first = (await host.AddEvidence(assessment, offering)).Ok(HttpStatusCode.Created);

        (await host.AddEvidence(assessment, offering)).Ok(HttpStatusCode.Created).GetRawText().Should().Be(first.GetRawText());
        (await host.AddEvidence(assessment, offering with { File = Samples.Jpeg(2) })).Problem(409, "idTaken");
        (await host.AddEvidence(assessment, offering.With("note", "lain"))).Problem(409, "idTaken");
        (await host.AddEvidence(await OtherAssessment(host), offering)).Problem(409, "idTaken");

        first.At("place").ToString().Should().Be("""{"latitude":-0.3182,"longitude":103.1546123,"accuracy":12.5}""");
        first.Text("capturedAt").Should().StartWith("2026-06-01T02:14:07.123");
        host.Stored("blobs").Should().ContainSingle();
        (await host.Get($"{assessment}/evidence")).Ok().Items().Should().ContainSingle();
    }

    [TestCase("1970-01-01T00:00:00Z")]
    [TestCase("2038-01-19T03:14:07Z")]
    public async Task A_clock_that_is_wrong_is_kept_and_told(string captured)
    {
        await using var host = await Fresh();
        host.Clock.Set(new(2026, 6, 1, 3, 0, 0, TimeSpan.Zero));
        var assessment = await host.GivenAssessment();

        var doubtful = (await host.AddEvidence(assessment, Offering.Photo().With("capturedAt", captured))).Ok(HttpStatusCode.Created);
        var plausible = (await host.AddEvidence(assessment, Offering.Photo().With("capturedAt", "2026-05-20T03:00:00Z"))).Ok(HttpStatusCode.Created);

        (doubtful.Text("capturedAt"), doubtful.Flag("clockDoubtful")).Should().Be((captured, true));
        plausible.Flag("clockDoubtful").Should().BeFalse();
    }

    [Test]
    public async Task A_file_beyond_the_limit_is_refused_and_leaves_nothing()
    {
        await using var host = await Fresh(settings: new Dictionary<string, string> { ["Evidence:MaxBytes"] = "2000" });
        var assessment = await host.GivenAssessment();

        (await host.AddEvidence(assessment, Offering.Photo() with { File = Samples.Jpeg(1, fill: 1_978) })).Ok(HttpStatusCode.Created).Number("file/size").Should().Be(2000);
        (await host.AddEvidence(assessment, Offering.Photo() with { File = Samples.Jpeg(1, fill: 1_979) })).Problem(413, "fileTooLarge");
        host.Stored("incoming").Should().BeEmpty();
        host.Stored("blobs").Should().ContainSingle();
    }

    /// <summary>Of the same assessor.</summary>
    private static async Task<string> OtherAssessment(ApiHost host)
    {
        var body = new { units = new[] { (await host.UnitsOfIndragiriHilir())[1] }, assessor = "assessor.riau@demo.example" };

        return $"{Api}/assessments/{(await host.Post($"{Api}/cycles/2026/assessments", body)).Ok().Text("items/0/id")}";
    }
}
