namespace Compliance.Api.Tests;

/// <summary>What every refusal looks like; <see cref="Reply.Problem"/> checks the members of each one that any test meets.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ProblemsTests(string provider) : ApiTests(provider)
{
    [Test]
    public async Task Titles_and_details_follow_the_reader_and_codes_do_not()
    {
        foreach (var path in new[] { "/institutions/99.99", "/nowhere", "/rankings", "/results?kind=village" })
        {
            var (indonesian, english) = (await Get(Api + path), await Get(Api + path, "en"));
            var status = (int)indonesian.Status;
            var (ours, theirs) = (indonesian.Problem(status, indonesian.Json.Text("code")!), english.Problem(status, indonesian.Json.Text("code")!));

            ours.Text("title").Should().NotBe(theirs.Text("title"));
            ours.Text("detail").Should().NotBe(theirs.Text("detail"));
            ours.Text("type").Should().Be(theirs.Text("type"));
            indonesian.ContentHeaders.ContentLanguage.Should().Equal("id");
            english.ContentHeaders.ContentLanguage.Should().Equal("en");
        }
    }

    [Test]
    public async Task Messages_of_single_places_follow_the_reader_too()
    {
        var (indonesian, english) = (await Get($"{Api}/rankings"), await Get($"{Api}/rankings", "en"));

        indonesian.Json.Text("errors/0/message").Should().Be("Wajib diisi.");
        english.Json.Text("errors/0/message").Should().Be("This field is required.");
    }

    [Test]
    public async Task What_is_not_found_is_named_in_the_language_of_the_reader()
    {
        var (indonesian, english) = (await Get($"{Api}/institutions/99.99"), await Get($"{Api}/institutions/99.99", "en"));

        indonesian.Json.Text("detail").Should().Be("Instansi '99.99' tidak ditemukan atau tidak dapat Anda akses.");
        english.Json.Text("detail").Should().Be("Institution '99.99' does not exist, or you may not see it.");
    }

    [Test]
    public async Task Whoever_signs_in_wrongly_reads_so_and_whoever_does_not_is_asked_to()
    {
        var wrong = await Shared.Post($"{Api}/tokens", new { email = "nobody@demo.example", password = "burung-hijau-terbang-00" });
        var nothing = await Get($"{Api}/me");

        wrong.Problem(401, "signInRefused").Text("title").Should().Be("Gagal masuk");
        nothing.Problem(401, "credentialsNeeded").Text("title").Should().Be("Perlu masuk");
    }

    [TestCase("/nowhere")]
    [TestCase("/api/v1")]
    [TestCase("/api/v1/nowhere")]
    [TestCase("/api/v2/institutions")]
    public async Task An_unknown_address_is_not_found(string path) => (await Get(path)).Problem(404, "notFound").Text("type").Should().Be("/problems/notFound");

    [TestCase("DELETE", "/api/v1/institutions")]
    [TestCase("POST", "/api/v1/results")]
    [TestCase("GET", "/api/v1/scores")]
    [TestCase("PATCH", "/api/v1/cycles/2023")]
    public async Task A_method_that_an_address_does_not_take_is_refused_with_those_it_takes(string method, string path)
    {
        var reply = await Shared.Send(new(method), path, null);

        reply.Problem(405, "methodNotAllowed");
        reply.ContentHeaders.Allow.Should().NotBeEmpty();
    }

    [Test]
    public async Task A_problem_is_kept_by_nobody() => (await Get($"{Api}/institutions/99.99")).Headers.CacheControl!.NoStore.Should().BeTrue();

    [Test]
    public async Task The_traceId_is_the_one_of_the_caller()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        var reply = await Shared.Send(HttpMethod.Get, $"{Api}/institutions/99.99", null, ("traceparent", $"00-{Trace}-b7ad6b7169203331-01"));

        reply.Problem(404, "notFound").Text("traceId").Should().Be(Trace);
    }

    [Test]
    public async Task Health_says_that_the_process_lives_and_is_ready()
    {
        (await Get("/health/live")).Ok().Text("status").Should().Be("live");
        (await Get("/health/ready")).Ok().Text("status").Should().Be("ready");
    }

    [Test]
    public async Task The_server_does_not_say_what_it_is_made_of() => (await Get($"{Api}/institutions")).Headers.Server.Should().BeEmpty();
}
