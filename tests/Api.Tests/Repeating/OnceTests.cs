using Compliance.Api.Tests.Access;
using Compliance.Api.Tests.Agreements;

namespace Compliance.Api.Tests.Repeating;

/// <summary>The same request at the same moment, on two instances with one database, is one request.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class OnceTests(string provider) : ApiTests(provider)
{
    private const int AtOnce = 16;

    [Test]
    public async Task Every_operation_under_a_key_has_its_case()
    {
        var document = (await Get("/swagger/v1/swagger.json")).Ok();

        document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Where(operation => operation.Value.TryGetProperty("parameters", out var parameters)
                && parameters.EnumerateArray().Any(parameter => parameter.Text("name") == "Idempotency-Key"))
            .Select(operation => operation.Value.Text("operationId"))
            .Should().BeEquivalentTo(KeyedWrites.Names);
    }

    [TestCaseSource(typeof(KeyedWrites), nameof(KeyedWrites.Names))]
    public async Task Under_one_key_sixteen_at_once_leave_one_row_and_get_one_answer(string operation)
    {
        await using var host = await Fresh(settings: People.NoLimits);
        var write = await KeyedWrites.Prepare(operation, host);
        await using var beside = await Beside(host);
        var before = await Counts(host);

        host.Commits.FailNext();
        (await write.Send(host, "a")).Problem(500, "internalError");
        (await Counts(host)).Should().Equal(before, "what fails before the commit leaves nothing");

        var replies = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(index => write.Send(index % 2 == 0 ? host : beside.Host, "a")));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK || reply.Status == HttpStatusCode.Created);
        replies.Select(Shown).Distinct().Should().ContainSingle();
        var after = await Counts(host);
        (after["repeatable_answers"] - before["repeatable_answers"]).Should().Be(1);

        if (write.Table is { } table)
        {
            (after[table] - before[table]).Should().Be(1);
        }

        Shown(await write.Send(beside.Host, "a")).Should().Be(Shown(replies[0]));
        (await Counts(host)).Should().Equal(after);
    }

    [TestCaseSource(nameof(Repeatable))]
    public async Task Without_a_key_sixteen_at_once_leave_one_row_and_all_succeed(string operation)
    {
        await using var host = await Fresh(settings: People.NoLimits);
        var write = await KeyedWrites.Prepare(operation, host);
        await using var beside = await Beside(host);
        var before = await Counts(host);

        var replies = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(index => write.Send(index % 2 == 0 ? host : beside.Host)));

        replies.Select(reply => reply.Status).Distinct().Should().ContainSingle().Which.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);
        var after = await Counts(host);
        (after[write.Table!] - before[write.Table!]).Should().Be(1);

        if (!AnswersOnce.Contains(operation))
        {
            replies.Select(Shown).Distinct().Should().ContainSingle();
        }
    }

    [Test]
    public async Task Thirty_keys_twice_at_once_make_thirty_agreements()
    {
        await using var host = await Fresh(settings: People.NoLimits);
        var before = await Counts(host);

        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(index => host.SendAs(
            "head.riau",
            HttpMethod.Post,
            Agreeing.List,
            JsonContent.Create(Agreeing.Pks(title: $"Perjanjian {index / 2}").With("number", $"{index / 2}/2026")),
            ("Idempotency-Key", $"{index / 2}"))));

        replies.Should().OnlyContain(reply => reply.Status == HttpStatusCode.Created);
        replies.Select(Shown).Distinct().Should().HaveCount(30);
        ((await Counts(host))["agreements"] - before["agreements"]).Should().Be(30);
    }

    [Test]
    public async Task Of_two_different_requests_at_once_under_a_key_one_is_refused_without_effect()
    {
        await using var host = await Fresh(settings: People.NoLimits);
        var before = await Counts(host);

        var replies = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(index => host.Send(
            HttpMethod.Post,
            $"{Api}/cycles",
            JsonContent.Create(new { year = 2030 + index, instrument = "2024", opensOn = $"{2030 + index}-03-01", closesOn = $"{2030 + index}-10-31" }),
            ("Idempotency-Key", "a"))));

        replies.Should().ContainSingle(reply => reply.Status == HttpStatusCode.Created);

        foreach (var refused in replies.Where(reply => reply.Status != HttpStatusCode.Created))
        {
            refused.Problem(409, "idempotencyKeyReused");
        }

        ((await Counts(host))["cycles"] - before["cycles"]).Should().Be(1);
    }

    /// <summary>They show a secret to the first only.</summary>
    private static readonly string[] AnswersOnce = ["inviteUser", "makeApiKey", "makeCalendarFeed", "planAssessments", "importResults", "importPublicReports", "publishInstrument"];

    private static IEnumerable<string> Repeatable() => KeyedWrites.Names.Except(["inviteUserAgain", "rotateApiKey", "returnAssessment"]);

    private static string Shown(Reply reply) => $"{reply.Status} {reply.Headers.Location} {reply.Headers.ETag} {reply.ContentHeaders.ContentType} {reply.Text}";

    private static async Task<ApiHost.Instance> Beside(ApiHost host)
    {
        var beside = await host.StartBeside(People.NoLimits);
        beside.Host.Clock.Set(host.Clock.GetUtcNow());

        return beside;
    }

    /// <summary>How many rows each table has.</summary>
    private static async Task<Dictionary<string, long>> Counts(ApiHost host)
    {
        await using var raw = await host.OpenRaw();
        var counts = new Dictionary<string, long>();

        foreach (var table in await raw.Tables())
        {
            counts.Add(table.Trim('"'), (long)(await raw.Query($"SELECT count(*) AS number FROM {table}"))[0]["number"]);
        }

        return counts;
    }
}
