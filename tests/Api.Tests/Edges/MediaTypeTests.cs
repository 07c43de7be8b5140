using System.Text;

namespace Compliance.Api.Tests.Edges;

/// <summary>Media types, range units and hexadecimal digits are read by their grammars: case does not matter, and parameters may follow.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class MediaTypeTests(string provider) : ApiTests(provider)
{
    private const string Form = "--a b\r\nContent-Disposition: Form-Data; Name=file; FileName=\"a.jpg\"\r\nContent-Type: Image/JPEG; q=1\r\n\r\n";

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

    [TestCase("Text/CSV", 200)]
    [TestCase("TEXT/csv; charset=UTF-8; header=present", 200)]
    [TestCase("text/csv;charset=\"utf-8\"", 200)]
    [TestCase("text/csv ; a=\"b;c\"", 200)]
    [TestCase("text/csvx", 415)]
    [TestCase("text/*", 415)]
    [TestCase("text", 415)]
    [TestCase("application/csv", 415)]
    public async Task Csv_is_csv_however_it_is_written(string mediaType, int status)
    {
        foreach (var (path, csv) in new[] { ("results", "institution,year,score\n14.01,2023,70\n"), ("public-reports", "institution,month,received,settled,medianDays,over14Days\n14.04,2024-01,3,2,9.5,1\n") })
        {
            var reply = await Send("admin", HttpMethod.Post, $"{Api}/{path}/import?dryRun=true", mediaType, Encoding.UTF8.GetBytes(csv));

            ((int)reply.Status).Should().Be(status, "{0}: {1}", path, reply.Text);
        }
    }

    [TestCase("Multipart/Form-Data; Boundary=\"a b\"", 201)]
    [TestCase("multipart/form-data; charset=utf-8; boundary=\"a b\"", 201)]
    [TestCase("multipart/mixed; boundary=\"a b\"", 415)]
    public async Task A_form_is_a_form_however_it_is_written(string mediaType, int status)
    {
        var item = (await host.FormItems(assessment))[0];
        var fields = string.Concat(new[] { ("indicator", item.Text("indicator")), ("subject", item.Text("subject")) }
            .Select(field => $"\r\n--a b\r\nContent-Disposition: form-data; name=\"{field.Item1}\"\r\n\r\n{field.Item2}"));
        byte[] body = [.. Encoding.ASCII.GetBytes(Form), .. Samples.Jpeg(3), .. Encoding.ASCII.GetBytes($"{fields}\r\n--a b--\r\n")];

        var reply = await Send("assessor.riau", HttpMethod.Post, $"{assessment}/evidence", mediaType, body);

        ((int)reply.Status).Should().Be(status, reply.Text);
    }

    [Test]
    public async Task A_hash_in_capitals_is_the_same_hash()
    {
        var bytes = Samples.Jpeg(8);
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes));
        object Upload(string sha256) => new { id = "0198c0de-0000-7000-8000-0000000000c1", fileName = "a.jpg", size = bytes.Length, sha256 };

        var begun = (await host.Post($"{assessment}/uploads", Upload(hash))).Ok(HttpStatusCode.Created);

        begun.Text("sha256").Should().Be(hash.ToLowerInvariant());
        (await host.Post($"{assessment}/uploads", Upload(hash.ToLowerInvariant()))).Ok(HttpStatusCode.Created).Text("id").Should().Be(begun.Text("id"));
        (await host.Post($"{assessment}/uploads", Upload(hash[..^1] + "g"))).Errors(400, "invalidRequest").Should().Equal("/sha256 malformedValue");
        var last = await Send(
            "assessor.riau",
            HttpMethod.Patch,
            $"{assessment}/uploads/{begun.Text("id")}",
            "Application/Octet-Stream; a=b",
            bytes,
            ("Content-Range", FormattableString.Invariant($"Bytes 0-{bytes.Length - 1}/{bytes.Length}")));
        last.Ok().Flag("complete").Should().BeTrue();
    }

    private Task<Reply> Send(string caller, HttpMethod method, string path, string mediaType, byte[] body, params (string Name, string Value)[] headers)
    {
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        foreach (var (name, value) in headers)
        {
            content.Headers.TryAddWithoutValidation(name, value);
        }

        return host.SendAs(caller, method, path, content);
    }
}
