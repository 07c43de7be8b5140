using Compliance.Api.Tests.Access;

namespace Compliance.Api.Tests.Edges;

/// <summary>What HTTP expects of every operation, whatever it is about.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class MethodsTests(string provider) : ApiTests(provider)
{
    /// <summary>Those that differ from answer to answer: cached ones are not counted.</summary>
    private static readonly string[] changing = ["Date", "RateLimit", "RateLimit-Policy", "Transfer-Encoding"];

    private static readonly Who[] readers = [Who.Anonymous, Who.Administrator, Who.Auditor, Who.HeadInside, Who.Verifier, Who.Assigned, Who.Liaison];

    private Stage stage = null!;
    private IReadOnlyList<Operation> operations = [];

    [OneTimeSetUp]
    public async Task SetStage()
    {
        stage = await Stage.Set(Provider);
        operations = await stage.Host.Served();
    }

    [OneTimeTearDown]
    public async Task StrikeStage()
    {
        if (stage is not null)
        {
            await stage.DisposeAsync();
        }
    }

    [TestCase("identity")]
    [TestCase("br")]
    [TestCase("gzip")]
    public async Task Head_is_answered_like_get_without_the_content(string encoding)
    {
        var answered = 0;

        foreach (var read in operations.Where(operation => operation.IsRead))
        {
            foreach (var who in readers)
            {
                var (get, head) = (await Send(HttpMethod.Get, read, who, ("Accept-Encoding", encoding)), await Send(HttpMethod.Head, read, who, ("Accept-Encoding", encoding)));

                (head.Status, head.Text).Should().Be((get.Status, ""), "{0} as {1}", read.Id, who);
                HeadersOf(head).Should().Equal(HeadersOf(get), "{0} as {1}", read.Id, who);

                if (get.Status == HttpStatusCode.OK)
                {
                    answered++;
                    get.Headers.ETag!.IsWeak.Should().BeFalse(read.Id);

                    break;
                }
            }
        }

        answered.Should().BeGreaterThan(60);
    }

    [TestCase("/swagger/v1/swagger.json")]
    [TestCase("/swagger/index.html")]
    public async Task The_documentation_answers_head_and_options_too(string path)
    {
        var (get, head, options) = (await Shared.Get(path), await Shared.SendAs(null, HttpMethod.Head, path), await Shared.SendAs(null, HttpMethod.Options, path));

        (get.Status, head.Status, head.Text, options.Status).Should().Be((HttpStatusCode.OK, HttpStatusCode.OK, "", HttpStatusCode.NoContent));
        head.ContentHeaders.ContentType.Should().Be(get.ContentHeaders.ContentType);
        options.ContentHeaders.Allow.Should().BeEquivalentTo("GET", "HEAD", "OPTIONS");
        (await Shared.SendAs(null, HttpMethod.Post, path)).Problem(405, "methodNotAllowed");
    }

    [Test]
    public async Task Options_and_a_refused_method_say_what_there_is()
    {
        foreach (var address in operations.GroupBy(operation => operation.Template))
        {
            var methods = address.Select(operation => operation.Method.Method).ToHashSet();
            string[] expected = [.. methods, "OPTIONS", .. methods.Contains("GET") && !methods.Contains("HEAD") ? ["HEAD"] : Array.Empty<string>()];
            var (options, refused) = (
                await Send(HttpMethod.Options, address.First(), Who.Anonymous), await Send(new HttpMethod("PURGE"), address.First(), Who.Anonymous));

            (options.Status, options.Text).Should().Be((HttpStatusCode.NoContent, ""), address.Key);
            options.ContentHeaders.Allow.Should().BeEquivalentTo(expected, address.Key);
            refused.Problem(405, "methodNotAllowed");
            refused.ContentHeaders.Allow.Should().BeEquivalentTo(expected, address.Key);
        }

        (await Shared.SendAs(null, HttpMethod.Options, $"{Api}/nothing")).Problem(404, "notFound");
    }

    [Test]
    public async Task What_nobody_can_give_is_not_acceptable()
    {
        foreach (var read in operations.Where(operation => operation.IsRead))
        {
            var refused = await Send(HttpMethod.Get, read, Who.Administrator, ("Accept", "application/x-nothing"));
            refused.Problem(406, "notAcceptable");
            (await Send(HttpMethod.Head, read, Who.Administrator, ("Accept", "application/x-nothing"))).Status.Should().Be(HttpStatusCode.NotAcceptable, read.Id);
        }
    }

    [TestCase("*/*", 200)]
    [TestCase("application/*", 200)]
    [TestCase("Application/JSON", 200)]
    [TestCase("application/json; charset=utf-8", 200)]
    [TestCase("application/json;q=0.1, text/html", 200)]
    [TestCase("text/html, */*;q=0.1", 200)]
    [TestCase("text/html,application/xhtml+xml,*/*;q=0.8", 200)]
    [TestCase("", 200)]
    [TestCase("application/json/x", 200)]
    [TestCase("text/*", 406)]
    [TestCase("application/json;q=0", 406)]
    [TestCase("application/json;q=0, */*", 406)]
    [TestCase("*/*;q=0", 406)]
    [TestCase("application/*;q=0, */*;q=1", 406)]
    [TestCase("application/problem+json", 406)]
    public async Task The_most_specific_range_that_is_accepted_decides(string accept, int status)
    {
        foreach (var path in new[] { $"{Api}/institutions/14.01/results/2022", $"{Api}/cycles", "/health/live", "/health/ready" })
        {
            ((int)(await Shared.SendAs(null, HttpMethod.Get, path, null, ("Accept", accept))).Status).Should().Be(status, path);
        }
    }

    [Test]
    public async Task A_file_is_given_only_to_those_who_take_its_kind()
    {
        var content = operations.Single(operation => operation.Id == "getEvidenceContent");

        (await Send(HttpMethod.Get, content, Who.Administrator, ("Accept", "image/*"))).Status.Should().Be(HttpStatusCode.OK);
        (await Send(HttpMethod.Get, content, Who.Administrator, ("Accept", "application/pdf"))).Problem(406, "notAcceptable");
    }

    private static IReadOnlyList<string> HeadersOf(Reply reply) =>
    [
        .. reply.Headers.Concat(reply.ContentHeaders).Where(header => !changing.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal),
    ];

    private Task<Reply> Send(HttpMethod method, Operation operation, Who who, params (string, string)[] headers) =>
        stage.Host.SendWith(stage.Credentials(who), method, stage.Address(operation, who), null, headers);
}
