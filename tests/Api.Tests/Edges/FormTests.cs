using System.Text;
using Compliance.Api.Tests.Agreements;
using Compliance.Api.Tests.OpenApi;

namespace Compliance.Api.Tests.Edges;

/// <summary>Every form with a file is limited as a whole, also where its client does not say how long it is.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class FormTests(string provider) : ApiTests(provider)
{
    private const int MaxBytes = 20_000;
    private const int Around = 1024 * 1024;
    private const long Endless = 64 * 1024 * 1024;

    private static readonly string[] forms = ["evidence", "documents"];

    private ApiHost host = null!;
    private Dictionary<string, (string Caller, string Path)> addresses = [];

    [OneTimeSetUp]
    public async Task Plan()
    {
        host = await Fresh(settings: new Dictionary<string, string> { ["Evidence:MaxBytes"] = $"{MaxBytes}" });
        addresses = new()
        {
            ["evidence"] = ("assessor.riau", $"{await host.GivenAssessment()}/evidence"),
            ["documents"] = ("head.riau", $"{await host.GivenAgreement()}/documents"),
        };
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    /// <summary>A new form has to be added here.</summary>
    [Test]
    public async Task These_are_all_forms() =>
        JsonDocument.Parse((await host.Get(OpenApiDocument.Address)).Text).RootElement.Operations()
            .Where(operation => operation.Content.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("multipart/form-data", out _))
            .Select(operation => operation.Path.Split('/')[^1]).Should().BeEquivalentTo(forms);

    [TestCaseSource(nameof(forms))]
    public async Task An_unknown_part_is_refused_before_it_has_come(string form)
    {
        var (answer, sent) = await Send(form, Part("colour"), Zeros(Endless));

        answer.Should().StartWith("HTTP/1.1 400").And.Contain("/colour").And.Contain("unknownParameter");
        sent.Should().BeLessThan(Endless / 4);
    }

    [TestCaseSource(nameof(forms))]
    public async Task A_second_file_and_a_text_that_does_not_end_are_refused_before_they_have_come(string form)
    {
        var (twice, sentTwice) = await Send(form, $"{Part("file")}a\r\n{Part("file")}", Zeros(Endless));
        var (text, sentText) = await Send(form, Part("link"), Zeros(Endless));

        twice.Should().StartWith("HTTP/1.1 400").And.Contain("/file").And.Contain("parameterTwice");
        text.Should().StartWith("HTTP/1.1 400").And.Contain("/link").And.Contain("malformedValue");
        (sentTwice + sentText).Should().BeLessThan(Endless / 2);
        host.Stored("incoming").Should().BeEmpty();
    }

    [TestCaseSource(nameof(forms))]
    public async Task A_file_that_does_not_end_is_refused(string form)
    {
        var (answer, sent) = await Send(form, Part("file"), Zeros(Endless));

        answer.Should().StartWith("HTTP/1.1 413").And.Contain("fileTooLarge");
        sent.Should().BeLessThan(Endless / 4);
        host.Stored("incoming").Should().BeEmpty();
    }

    [Test]
    public async Task All_parts_together_are_limited()
    {
        var part = Encoding.ASCII.GetBytes($"{Part("observation")}{new string('a', 16_000)}\r\n");
        var (answer, sent) = await Send("evidence", "", Enumerable.Repeat(part, 140));

        answer.Should().StartWith("HTTP/1.1 413").And.Contain("fileTooLarge");
        sent.Should().BeGreaterThan(Around, "up to there it is read");
    }

    [TestCaseSource(nameof(forms))]
    public async Task Parts_and_their_headers_are_limited(string form)
    {
        var (many, _) = await Send(form, string.Concat(Enumerable.Repeat($"{Part("observation")}a\r\n", 151)), []);
        var (headers, _) = await Send(form, Part("file", string.Concat(Enumerable.Range(0, 9).Select(number => $"X-{number}: a\r\n"))), []);
        var (length, _) = await Send(form, Part("file", $"X: {new string('a', 4_096)}\r\n"), []);

        many.Should().StartWith("HTTP/1.1 400").And.Contain("tooMany");
        headers.Should().StartWith("HTTP/1.1 400").And.Contain("malformedRequest");
        length.Should().StartWith("HTTP/1.1 400").And.Contain("malformedRequest");
    }

    [Test]
    public async Task A_part_of_an_upload_that_does_not_end_is_refused()
    {
        var upload = (await host.Post($"{addresses["evidence"].Path.Replace("/evidence", "/uploads", StringComparison.Ordinal)}", new { fileName = "a.jpg", size = MaxBytes }))
            .Ok(HttpStatusCode.Created);
        using var connection = await RawConnection.To(host);
        await connection.SendHead(
            "PATCH",
            $"{Api}/assessments/{upload.Text("assessment")}/uploads/{upload.Text("id")}",
            ("Authorization", $"Bearer {await host.TokenOf("assessor.riau")}"),
            ("Content-Type", "application/octet-stream"),
            ("Upload-Offset", "0"),
            ("Transfer-Encoding", "chunked"));
        var sent = await connection.SendChunksUntilAnswered(Zeros(Endless));

        (await connection.ReadTo("traceId")).Should().StartWith("HTTP/1.1 422").And.Contain("chunkBeyondSize");
        sent.Should().BeLessThan(Endless / 4);
    }

    private static string Part(string name, string headers = "") => $"--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n{headers}\r\n";

    private static IEnumerable<byte[]> Zeros(long length) => Enumerable.Repeat(new byte[64 * 1024], (int)(length / (64 * 1024)));

    private async Task<(string Answer, long Sent)> Send(string form, string first, IEnumerable<byte[]> rest)
    {
        var (caller, path) = addresses[form];
        using var connection = await RawConnection.To(host);
        await connection.SendHead(
            "POST",
            path,
            ("Authorization", $"Bearer {await host.TokenOf(caller)}"),
            ("Content-Type", "multipart/form-data; boundary=x"),
            ("Transfer-Encoding", "chunked"));

        if (first.Length > 0)
        {
            await connection.SendChunk(Encoding.ASCII.GetBytes(first));
        }

        var sent = await connection.SendChunksUntilAnswered(rest);

        return (await connection.ReadTo("traceId"), sent);
    }
}
