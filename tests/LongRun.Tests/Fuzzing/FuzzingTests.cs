using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>The fuzzing itself: a check that notices nothing would pass forever.</summary>
[TestFixture]
public sealed class FuzzingTests() : ApiTests("sqlite")
{
    private const string Problem = """{"type":"/problems/notFound","title":"a","status":404,"detail":"b","code":"notFound","traceId":"c"}""";
    private const string Undocumented = """{"type":"/problems/gone","title":"a","status":404,"detail":"b","code":"gone","traceId":"c"}""";
    private const string OtherStatus = """{"type":"/problems/notFound","title":"a","status":410,"detail":"b","code":"notFound","traceId":"c"}""";

    private static readonly Caller Someone = new("someone", []);
    private static readonly FuzzRequest Institution = FuzzRequest.Get($"{Api}/institutions/99.99");

    private ApiDocument document = null!;

    [OneTimeSetUp]
    public async Task ReadDocument() => document = await ApiDocument.Of(Shared);

    [TestCase(404, Problem)]
    [TestCase(200, "{}")]
    public void An_answer_that_the_contract_knows_is_none_to_complain_of(int status, string text) => Complaints(Institution, status, text).Should().BeEmpty();

    [TestCase(500, Problem, "It is answered by 500.")]
    [TestCase(404, "", "It is no problem document.")]
    [TestCase(404, "[]", "It is no problem document.")]
    [TestCase(409, Problem, "getInstitution does not document 409.")]
    [TestCase(404, Undocumented, "getInstitution does not document gone under 404.")]
    [TestCase(404, """{"type":"/problems/notFound","title":"a","status":404,"detail":"b","code":"notFound"}""", "The problem has no traceId.")]
    [TestCase(404, OtherStatus, "The problem tells another status.")]
    [TestCase(404, """{"type":"/problems/no such","title":"a","status":404,"detail":"b","code":"no such","traceId":"c"}""", "'no such' is no code.")]
    [TestCase(200, "{\"a\":\"x\\n   at Main()\"}", "It says '   at '.")]
    [TestCase(200, """{"a":"SQLite Error 19"}""", "It says 'SQLite Error'.")]
    [TestCase(200, "{", "It is no JSON.")]
    [TestCase(200, """{"name":"Puskesmas Rahasia"}""", "It tells someone 'Rahasia'.")]
    public void Any_other_answer_is(int status, string text, string complaint) => Complaints(Institution, status, text).Should().Contain(complaint);

    [Test]
    public void What_a_caller_says_itself_may_be_repeated_to_it() =>
        Complaints(FuzzRequest.Get($"{Api}/institutions/Rahasia"), 200, """{"name":"Rahasia"}""").Should().BeEmpty();

    [TestCase("/institutions/14.01/contacts", false)]
    [TestCase("/institutions/14.01", true)]
    public void What_was_put_into_an_address_book_may_be_read_from_it_and_nowhere_else(string path, bool complains)
    {
        var checks = new AnswerChecks(document, _ => ["Rahasia"]);
        var read = FuzzRequest.Get($"{Api}{path}");
        Complaints(checks, read, 200, """{"name":"Rahasia"}""").Should().Contain("It tells someone 'Rahasia'.");

        checks.Took(new("PUT", $"{Api}/institutions/14.01/contacts", [], """{"contacts":[{"name":"Rahasia"}]}"""u8.ToArray()));

        Complaints(checks, read, 200, """{"name":"Rahasia"}""").Any(complaint => complaint.Contains("Rahasia", StringComparison.Ordinal)).Should().Be(complains);
    }

    [TestCase("GET", "/api/v1/institutions/14.01/results/2022?knownAt=x", "getResult")]
    [TestCase("GET", "/API/v1/nowhere/%2e%2E/results/", "listResults")]
    [TestCase("GET", "/api/v1/results/summary", "summariseResults")]
    [TestCase("GET", "/api/v1/institutions/a%2Fb", "getInstitution")]
    [TestCase("GET", "/api/v1/institutions/a/b", null)]
    [TestCase("GET", "/api/v1/cycles/soon", null)]
    [TestCase("DELETE", "/api/v1/cycles/2026", null)]
    [TestCase("GET", "/api/v1/results//.", null)]
    public void An_address_leads_where_routing_leads_it(string method, string target, string? operation) =>
        document.At(new(method, target, [], null))?.Id.Should().Be(operation);

    [Test]
    public void The_same_seed_draws_the_same_requests()
    {
        var (first, again, other) = (Drawn(1), Drawn(1), Drawn(2));

        first.Should().Equal(again).And.NotEqual(other).And.HaveCount(200);
    }

    [Test]
    public void A_request_is_printed_as_the_command_that_repeats_it()
    {
        var request = new FuzzRequest("PUT", "/a%00?b='c'", [("If-Match", "\"é'"), ("Accept", "")], Encoding.UTF8.GetBytes("50%\0\\'é"));

        request.ToString().Should().Be(
            """printf -- '50%%\000\\\047\303\251' | """
            + """curl -sSi -g --path-as-is -X PUT -H $'If-Match: "\xe9\x27' -H 'Accept;' --data-binary @- $'http://127.0.0.1:5080/a%00?b=\x27c\x27'""");
    }

    private List<string> Drawn(ulong seed) =>
        [.. new Operations(document, new()).Requests().Sample(200, new Rnd(seed), 50).Select(request => request.ToString())];

    private IReadOnlyList<string> Complaints(FuzzRequest request, int status, string text) =>
        Complaints(new AnswerChecks(document, _ => ["Rahasia"]), request, status, text);

    private static IReadOnlyList<string> Complaints(AnswerChecks checks, FuzzRequest request, int status, string text)
    {
        using var answer = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(text, Encoding.UTF8, status < 400 ? "application/json" : "application/problem+json"),
            Headers = { ETag = status < 400 ? new("\"a\"") : null, CacheControl = new() { NoStore = status >= 400 } },
        };

        return checks.Complaints(new(request, Someone), new(answer.StatusCode, answer.Headers, answer.Content.Headers, text));
    }
}
