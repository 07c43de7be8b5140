using System.Text;

namespace Compliance.Api.Tests.Evidence;

/// <summary>Whatever is wrong with what is offered is named, and nothing of it stays.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class RefusalTests(string provider) : ApiTests(provider)
{
    private static readonly EvidenceOffering photo = Offering.Photo();

    private static readonly (string What, EvidenceOffering Offering, int Status, string Code, string[] Places)[] wrong =
    [
        ("neither", new(), 400, "invalidRequest", [" oneSource"]),
        ("both", photo.With("link", "https://example.org"), 400, "invalidRequest", [" oneSource"]),
        ("unknown field", photo.With("colour", "red"), 400, "invalidRequest", ["/colour unknownParameter"]),
        ("field twice", photo.With("note", "a").With("note", "b"), 400, "invalidRequest", ["/note parameterTwice"]),
        ("no indicator", photo with { Indicator = "" }, 400, "invalidRequest", ["/indicator required"]),
        ("id", photo.With("id", "7"), 400, "invalidRequest", ["/id notAUuid"]),
        ("instant", photo.With("capturedAt", "kemarin"), 400, "invalidRequest", ["/capturedAt notAnInstant"]),
        ("technique", photo.With("technique", "guess"), 400, "invalidRequest", ["/technique unknownValue"]),
        ("latitude alone", photo.With("latitude", "1"), 400, "invalidRequest", ["/longitude required"]),
        ("latitude", photo.With("latitude", "90.1").With("longitude", "1e3"), 400, "invalidRequest", ["/latitude notAFigure", "/longitude notAFigure"]),
        ("note", photo.With("note", "a\0b"), 400, "invalidRequest", ["/note controlCharacter"]),
        ("observation", photo.With("observation", "process.standard.cost"), 400, "invalidRequest", ["/observation/0 notAnObservation"]),
        ("empty", photo with { File = [] }, 422, "fileEmpty", []),
        ("a page", photo with { File = Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>"), FileName = "a.pdf" }, 422, "unsupportedContent", []),
        ("AVIF", photo with { File = Samples.Avif(1), FileName = "a.heic" }, 422, "unsupportedContent", []),
        ("other type", photo with { MediaType = "application/pdf" }, 422, "contentMismatch", []),
        ("other ending", photo with { FileName = "foto.exe" }, 422, "contentMismatch", []),
        ("unknown indicator", photo with { Indicator = "process.standard.luck" }, 422, "evidenceRefused", ["/indicator unknownIndicator"]),
        ("subject of another kind", photo with { Subject = "official:1" }, 422, "evidenceRefused", ["/subject wrongSubject"]),
        ("subject beyond the plan", photo with { Subject = "product:3" }, 422, "evidenceRefused", ["/subject wrongSubject"]),
        ("further one", photo.With("observation", "process.standard.cost@product:9"), 422, "evidenceRefused", ["/observation/0/subject wrongSubject"]),
        ("technique of others", photo.With("technique", "survey"), 422, "evidenceRefused", ["/technique unknownTechnique"]),
        ("no address", Offering.Link("biaya"), 422, "evidenceRefused", ["/link notALink"]),
        ("script", Offering.Link("javascript:alert(1)"), 422, "evidenceRefused", ["/link notALink"]),
        ("file address", Offering.Link("file:///etc/passwd"), 422, "evidenceRefused", ["/link notALink"]),
        ("password in it", Offering.Link("https://a:b@example.org/"), 422, "evidenceRefused", ["/link notALink"]),
        ("replaces nothing", photo.With("replaces", "0198c0de-0000-7000-8000-0000000000bb"), 422, "evidenceRefused", ["/replaces unknownEvidence"]),
        ("no upload", new EvidenceOffering().With("upload", "0198c0de-0000-7000-8000-0000000000bb"), 422, "evidenceRefused", ["/upload unknownUpload"]),
    ];

    /// <summary>Nothing that is refused stays, so one host and assessment do for all.</summary>
    private ApiHost host = null!;

    private string assessment = "";

    [OneTimeSetUp]
    public async Task Plan()
    {
        host = await Fresh();
        assessment = await host.GivenAssessment();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    [Test]
    public async Task Each_wrong_offer_is_named_and_nothing_stays()
    {
        foreach (var (what, offering, status, code, places) in wrong)
        {
            var reply = await host.AddEvidence(assessment, offering);
            reply.Problem(status, code);
            (places.Length == 0 || places.SequenceEqual(reply.Errors(status, code))).Should().BeTrue("{0}: {1}", what, reply.Text);
        }

        host.Stored("incoming").Should().BeEmpty();
        host.Stored("blobs").Should().BeEmpty();
        (await host.Get($"{assessment}/evidence")).Ok().Items().Should().BeEmpty();
    }

    [Test]
    public async Task A_contradiction_names_both_sides_in_both_languages()
    {
        var english = await host.SendAs(
            "assessor.riau", HttpMethod.Post, $"{assessment}/evidence", (photo with { MediaType = "video/mp4" }).ToForm(), ("Accept-Language", "en"));

        english.Problem(422, "contentMismatch").Text("detail").Should().Be("The file is declared as 'video/mp4', but its content is image/jpeg.");
        (await host.AddEvidence(assessment, photo with { FileName = "foto.pdf" })).Problem(422, "contentMismatch").Text("detail")
            .Should().Be("Berkas ini dinyatakan sebagai 'foto.pdf', tetapi isinya image/jpeg.");
    }

    [TestCase("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\nhalf of it", 400, "malformedRequest")]
    [TestCase("multipart/form-data; boundary=x", "nothing of a form", 400, "malformedRequest")]
    [TestCase("multipart/form-data; boundary=x", "--x\r\nContent-Type: text/plain\r\n\r\na\r\n--x--\r\n", 400, "malformedRequest")]
    [TestCase("multipart/form-data", "--x--", 400, "malformedRequest")]
    [TestCase("application/json", "{}", 415, "unsupportedMediaType")]
    public async Task A_broken_form_is_refused(string mediaType, string body, int status, string code)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        (await host.SendAs("assessor.riau", HttpMethod.Post, $"{assessment}/evidence", content)).Problem(status, code);
        host.Stored("incoming").Should().BeEmpty();
    }
}
