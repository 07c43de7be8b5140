
namespace Compliance.Api.Tests;

/// <summary>Creating is safe to repeat under an Idempotency-Key.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class IdempotencyTests(string provider) : ApiTests(provider)
{
    private static readonly object Cycle = new { year = 2026, instrument = "2024", opensOn = "2026-03-01", closesOn = "2026-10-31" };

    [Test]
    public async Task The_same_request_under_a_key_gets_the_same_answer()
    {
        await using var host = await Fresh();
        var first = await Open(host, "a", Cycle);
        var again = await Open(host, "a", Cycle);

        first.Ok(HttpStatusCode.Created);
        (again.Status, again.Text, again.Headers.Location).Should().Be((first.Status, first.Text, first.Headers.Location));
    }

    [Test]
    public async Task Another_request_under_the_key_is_refused()
    {
        await using var host = await Fresh();
        (await Open(host, "a", Cycle)).Ok(HttpStatusCode.Created);

        (await Open(host, "a", new { year = 2027, instrument = "2024", opensOn = "2027-03-01", closesOn = "2027-10-31" })).Problem(409, "idempotencyKeyReused");
        (await host.Get($"{Api}/cycles/2027")).Problem(404, "notFound");
    }

    [Test]
    public async Task A_refusal_is_not_kept()
    {
        await using var host = await Fresh();
        (await Open(host, "a", new { year = 2026, instrument = "2021", opensOn = "2026-03-01", closesOn = "2026-10-31" })).Problem(422, "instrumentResultsOnly");

        (await Open(host, "a", Cycle)).Ok(HttpStatusCode.Created);
    }

    [Test]
    public async Task An_import_is_repeated_without_a_second_publication()
    {
        await using var host = await Fresh();
        var body = "year,institution,score\n2022,14.08,82\n"u8.ToArray();
        var first = await Import();
        (await host.Import("year,institution,score\n2022,14.08,83\n")).Ok().Number("corrected").Should().Be(1);
        var again = await Import();

        first.Ok().Number("created").Should().Be(1);
        again.Text.Should().Be(first.Text);
        (await host.Get($"{Api}/institutions/14.08/results/2022")).Ok().Number("score").Should().Be(83m);

        Task<Reply> Import() => host.Send(HttpMethod.Post, $"{Api}/results/import", ApiCalls.Bytes(body, "text/csv"), ("Idempotency-Key", "a"));
    }

    [Test]
    public async Task A_dry_run_under_a_key_stores_nothing()
    {
        await using var host = await Fresh();
        var body = "year,institution,score\n2022,14.08,82\n"u8.ToArray();

        (await host.Send(HttpMethod.Post, $"{Api}/results/import?dryRun=true", ApiCalls.Bytes(body, "text/csv"), ("Idempotency-Key", "a"))).Ok().Number("created").Should().Be(1);
        (await host.Get($"{Api}/institutions/14.08/results/2022")).Problem(404, "notFound");
    }

    [Test]
    public async Task A_key_belongs_to_its_caller_and_answers_nobody_else()
    {
        await using var host = await Fresh();
        (await Open(host, "a", Cycle)).Ok(HttpStatusCode.Created);
        var units = await host.UnitsOfIndragiriHilir();
        var byAdmin = (await Plan("admin", units[0])).Ok();
        var byHead = (await Plan("head.riau", units[0])).Ok();

        (byAdmin.Number("created"), byHead.Number("created"), byHead.Number("existing")).Should().Be((1, 0, 1), "the same request of another caller is another one");
        (await Plan("head.riau", units[1])).Problem(409, "idempotencyKeyReused");
        (await Plan("admin", units[0])).Text.Should().Be(byAdmin.GetRawText());

        Task<Reply> Plan(string caller, string unit) => host.SendAs(
            caller, HttpMethod.Post, $"{Api}/cycles/2026/assessments", JsonContent.Create(new { units = new[] { unit } }), ("Idempotency-Key", "b"));
    }

    [Test]
    public async Task A_key_of_200_characters_is_kept()
    {
        await using var host = await Fresh();
        var first = await Open(host, new string('a', 200), Cycle);

        first.Ok(HttpStatusCode.Created);
        (await Open(host, new string('a', 200), Cycle)).Text.Should().Be(first.Text);
    }

    [Test]
    public async Task A_key_has_1_to_200_plain_characters()
    {
        (await Open(Shared, new string('a', 201), Cycle)).Problem(400, "invalidRequest");
        (await Open(Shared, " ", Cycle)).Problem(400, "invalidRequest");
    }

    private static Task<Reply> Open(ApiHost host, string key, object body) =>
        host.Send(HttpMethod.Post, $"{Api}/cycles", JsonContent.Create(body), ("Idempotency-Key", key));
}
