namespace Compliance.Api.Tests.Agreements;

/// <summary>Documents of agreements are files and links like evidence: recognised, scanned, kept once, in versions.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class DocumentTests(string provider) : ApiTests(provider)
{
    private static readonly (string, string) text = ("kind", "text");
    private static readonly (string, string) title = ("title", "Naskah PKS");

    [Test]
    public async Task A_document_replaces_another_and_the_old_one_stays_readable()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenAgreement();
        var first = (await host.AddDocument(agreement, Samples.Pdf(1), "head.riau", text, title)).Ok(HttpStatusCode.Created);
        (first.Text("kind"), first.Text("file/name"), first.Text("file/mediaType"), first.Flag("withheld"), first.Flag("current"))
            .Should().Be(("text", "naskah.pdf", "application/pdf", false, true));

        var second = (await host.AddDocument(agreement, Samples.Pdf(2), "head.riau", text, title, ("replaces", first.Text("id")!))).Ok(HttpStatusCode.Created);

        (await host.AddDocument(agreement, Samples.Pdf(3), "head.riau", text, title, ("replaces", first.Text("id")!))).Problem(409, "documentReplaced");
        var list = (await host.SendAs("liaison.14.04", HttpMethod.Get, $"{agreement}/documents")).Ok();
        list.Items().Select(each => each.Flag("current")).Should().Equal(false, true);
        list.Text("items/0/replacedBy").Should().Be(second.Text("id"));
        var (answer, bytes) = await host.Download($"{agreement}/documents/{first.Text("id")}", "liaison.14.04");
        answer.Content.Headers.ContentDisposition!.FileNameStar.Should().Be("naskah.pdf");
        bytes.Should().Equal(Samples.Pdf(1));
        (await host.SendAs("head.riau", HttpMethod.Get, $"{agreement}/timeline")).Ok().Texts("events", "text")
            .Should().Equal("Dokumen: Naskah PKS", "Dokumen pengganti: Naskah PKS");
        (await host.SendAs("liaison.14.01", HttpMethod.Get, $"{agreement}/documents/{first.Text("id")}")).Problem(404, "notFound");
        await host.ShouldBeIntact();
    }

    [Test]
    public async Task Adding_is_safe_to_repeat()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenAgreement();
        var id = ("id", Guid.CreateVersion7().ToString());

        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => host.AddDocument(agreement, Samples.Pdf(1), "head.riau", id, text, title)));

        replies.Should().AllSatisfy(reply => reply.Ok(HttpStatusCode.Created).Text("id").Should().Be(id.Item2));
        (await host.AddDocument(agreement, Samples.Pdf(2), "head.riau", id, text, title)).Problem(409, "idTaken");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{agreement}/documents")).Ok().Items().Should().ContainSingle();
    }

    [Test]
    public async Task A_link_is_a_document_and_what_cannot_be_is_refused()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenAgreement();
        var link = (await host.AddDocument(agreement, null, "head.riau", ("kind", "proof"), title, ("link", "https://example.org/berita"))).Ok(HttpStatusCode.Created);

        (await host.SendAs("head.riau", HttpMethod.Get, $"{agreement}/documents/{link.Text("id")}/content")).Problem(409, "evidenceIsLink");
        (await host.AddDocument(agreement, null, "head.riau", text, title, ("link", "ftp://x"), ("replaces", Guid.CreateVersion7().ToString())))
            .Errors(422, "documentRefused").Should().Equal("/link notALink", "/replaces unknownDocument");
        (await host.AddDocument(agreement, null, "head.riau", ("kind", "tea"), ("colour", "red"))).Errors(400, "invalidRequest")
            .Should().BeEquivalentTo("/colour unknownParameter", " oneSource", "/kind unknownValue", "/title required");
        (await host.AddDocument(agreement, "tea"u8.ToArray(), "head.riau", text, title)).Problem(422, "unsupportedContent");
        (await host.AddDocument(agreement, Samples.Pdf(1), "liaison.14.04", text, title)).Problem(403, "notAllowed");
    }

    [Test]
    public async Task What_is_not_scanned_yet_is_withheld()
    {
        await using var clamd = FakeClamd.OnTcp();
        await using var host = await Fresh(settings: new Dictionary<string, string> { ["Evidence:ClamAv"] = clamd.Address, ["Evidence:ClamAvSeconds"] = "5" });
        var agreement = await host.GivenAgreement();
        clamd.Mood = ClamdMood.BreakingOff;
        var added = (await host.AddDocument(agreement, Samples.Pdf(1), "head.riau", text, title)).Ok(HttpStatusCode.Created);
        added.Flag("withheld").Should().BeTrue();
        (await host.SendAs("head.riau", HttpMethod.Get, $"{agreement}/documents/{added.Text("id")}/content")).Problem(409, "evidenceQuarantined");

        clamd.Mood = ClamdMood.Scanning;
        await host.Sweep();

        (await host.Download($"{agreement}/documents/{added.Text("id")}", "head.riau")).Answer.StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
