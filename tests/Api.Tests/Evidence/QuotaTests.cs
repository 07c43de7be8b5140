using Compliance.Api.Tests.Agreements;

namespace Compliance.Api.Tests.Evidence;

/// <summary>Nobody fills the disk: neither an assessment, an agreement or an account beyond its share, nor all of them beyond the reserve.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class QuotaTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task An_assessment_has_so_many_pieces_links_and_withdrawn_ones_included()
    {
        await using var host = await With(("Evidence:AssessmentPieces", "2"));
        var assessment = await host.GivenAssessment();
        var id = Guid.NewGuid().ToString();
        (await host.AddEvidence(assessment, Offering.Photo().With("id", id))).Ok(HttpStatusCode.Created);
        (await host.AddEvidence(assessment, Offering.Link())).Ok(HttpStatusCode.Created);
        (await host.Change("assessor.riau", $"{assessment}/evidence/{id}/withdrawal", new { reason = "Salah berkas." }, 1)).Ok();

        (await host.AddEvidence(assessment, Offering.Photo(2))).Problem(409, "assessmentQuotaReached");
        (await host.AddEvidence(assessment, Offering.Link("https://example.org/lain"))).Problem(409, "assessmentQuotaReached");
        (await Begin(host, assessment, 10)).Problem(409, "assessmentQuotaReached");
        (await host.AddEvidence(assessment, Offering.Photo().With("id", id))).Ok(HttpStatusCode.Created).Text("id").Should().Be(id, "it is the same request again");
        host.Stored("blobs").Should().HaveCount(1, "nothing of what was refused stays");
        host.Stored("incoming").Should().BeEmpty();
    }

    [Test]
    public async Task An_assessment_has_so_many_bytes_those_announced_by_uploads_included()
    {
        var photo = Samples.Jpeg(1);
        await using var host = await With(("Evidence:AssessmentBytes", $"{photo.Length + 100}"));
        var assessment = await host.GivenAssessment();

        (await Begin(host, assessment, photo.Length + 101)).Problem(409, "assessmentQuotaReached");
        var upload = (await Begin(host, assessment, photo.Length)).Ok(HttpStatusCode.Created).Text("id")!;
        (await host.AddEvidence(assessment, new() { File = Samples.Jpeg(2), FileName = "a.jpg" })).Problem(409, "assessmentQuotaReached");
        (await Begin(host, assessment, 101)).Problem(409, "assessmentQuotaReached");
        (await Append(host, $"{assessment}/uploads/{upload}", photo)).Ok();
        (await host.AddEvidence(assessment, new EvidenceOffering().With("upload", upload))).Ok(HttpStatusCode.Created);
        (await Begin(host, assessment, 100)).Ok(HttpStatusCode.Created);
    }

    [Test]
    public async Task An_account_has_its_share_over_all_assessments_and_so_many_unfinished_uploads()
    {
        await using var host = await With(("Evidence:AccountPieces", "2"), ("Evidence:AccountUploads", "1"));
        var first = await host.GivenAssessment();
        var second = (await host.Post(
            $"{Api}/cycles/2026/assessments", new { units = new[] { (await host.UnitsOfIndragiriHilir())[1] }, assessor = "assessor.riau@demo.example" })).Ok();
        var assessments = new[] { first, $"{Api}/assessments/{second.Text("items/0/id")}" };
        (await Begin(host, assessments[0], 10)).Ok(HttpStatusCode.Created);
        (await Begin(host, assessments[1], 10)).Problem(409, "tooManyUploads");
        host.Clock.Set(host.Clock.GetUtcNow().AddDays(15));
        (await Begin(host, assessments[1], 10)).Ok(HttpStatusCode.Created);

        await host.GivenEvidence(assessments[0], Offering.Photo());
        await host.GivenEvidence(assessments[1], Offering.Photo());
        (await host.AddEvidence(assessments[1], Offering.Link())).Problem(409, "accountQuotaReached");
    }

    [Test]
    public async Task An_agreement_has_so_many_documents()
    {
        await using var host = await With(("Evidence:AgreementPieces", "1"));
        var agreement = await host.GivenAgreement(Agreeing.Pks());

        (await Document(host, agreement, Samples.Pdf(1))).Ok(HttpStatusCode.Created);
        (await Document(host, agreement, Samples.Pdf(2))).Problem(409, "agreementQuotaReached");
    }

    [Test]
    public async Task A_file_is_not_received_into_the_reserve()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var upload = (await Begin(host, assessment, 200_000)).Ok(HttpStatusCode.Created).Text("id")!;
        host.Disk.Room = 150_000;
        var large = Samples.Jpeg(3, fill: 300_000);

        (await Begin(host, assessment, 150_000)).Problem(507, "storageFull");
        (await Append(host, $"{assessment}/uploads/{upload}", large[..200_000])).Problem(507, "storageFull");

        // The disk fills while the file arrives.
        var left = 150_000L;
        host.Disk.Asked = () => left -= 50_000;
        var refused = await host.AddEvidence(assessment, new() { File = large, FileName = "a.jpg" });
        refused.Problem(507, "storageFull");
        refused.Headers.GetValues("Retry-After").Should().Equal("300");
        host.Stored("incoming").Should().BeEmpty();
        host.Stored("blobs").Should().BeEmpty();

        host.Disk.Room = long.MaxValue;
        (await Append(host, $"{assessment}/uploads/{upload}", large[..200_000])).Ok();
        (await host.AddEvidence(assessment, new() { File = large, FileName = "a.jpg" })).Ok(HttpStatusCode.Created);
    }

    [Test]
    public async Task Below_the_reserve_the_embedded_database_is_read_and_not_written_and_people_still_sign_in()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var before = await host.SendAs("admin", HttpMethod.Post, $"{Api}/users", JsonContent.Create(new { email = "a@b.example", grants = Array.Empty<object>() }));
        before.Ok(HttpStatusCode.Created);
        host.Disk.Room = 0;

        var write = await host.SendAs("admin", HttpMethod.Post, $"{Api}/users", JsonContent.Create(new { email = "c@d.example", grants = Array.Empty<object>() }));
        _ = Provider == "sqlite" ? write.Problem(507, "storageFull") : write.Ok(HttpStatusCode.Created);
        (await host.SendAs("assessor.riau", HttpMethod.Get, assessment)).Ok();
        (await host.SendAs(null, HttpMethod.Post, $"{Api}/users", JsonContent.Create(new { }))).Problem(401, "credentialsNeeded");
        (await host.SendAs(null, HttpMethod.Post, $"{Api}/tokens", JsonContent.Create(new { email = "admin@demo.example", password = "Kepatuhan-Demo-2023" }))).Ok();
        (await host.Post($"{Api}/scores/institution", new { instrument = "2023", units = new[] { 60.8m } })).Ok();
        (await host.Get("/health/ready")).Ok();

        host.Disk.Room = 1;
        (await host.SendAs("admin", HttpMethod.Post, $"{Api}/users", JsonContent.Create(new { email = "e@f.example", grants = Array.Empty<object>() }))).Ok(HttpStatusCode.Created);
    }

    private Task<ApiHost> With(params (string Name, string Value)[] settings) => Fresh(settings: settings.ToDictionary(each => each.Name, each => each.Value));

    private static Task<Reply> Begin(ApiHost host, string assessment, long size) =>
        host.SendAs("assessor.riau", HttpMethod.Post, $"{assessment}/uploads", JsonContent.Create(new { fileName = "a.jpg", size }));

    private static Task<Reply> Append(ApiHost host, string upload, byte[] part)
    {
        var content = new ByteArrayContent(part);
        content.Headers.ContentType = new("application/octet-stream");

        return host.SendAs("assessor.riau", HttpMethod.Patch, upload, content, ("Upload-Offset", "0"));
    }

    private static Task<Reply> Document(ApiHost host, string agreement, byte[] file) => host.SendAs("head.riau", HttpMethod.Post, $"{agreement}/documents", new MultipartFormDataContent
    {
        { new StringContent("text"), "kind" },
        { new StringContent("Naskah"), "title" },
        { new ByteArrayContent(file), "file", "a.pdf" },
    });
}
