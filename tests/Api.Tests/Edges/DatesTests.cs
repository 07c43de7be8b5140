using Compliance.Api.Tests.Commitments;
using Compliance.Api.Tests.OpenApi;

namespace Compliance.Api.Tests.Edges;

/// <summary>Days, years and instants at every edge: by RFC 3339, and within the years that the program can compute with.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class DatesTests(string provider) : ApiTests(provider)
{
    private const string Unknown = "0193f8a0-0000-7000-8000-000000000000";

    /// <summary>Their answers are refused one by one, and kept: <see cref="An_answer_with_a_wrong_instant_is_refused_alone"/>.</summary>
    private static readonly string[] answers = ["putAnswers", "mendAnswer"];

    [TestCase("9999-12-31")]
    [TestCase("0001-01-01")]
    [TestCase("3000-01-01")]
    [TestCase("1944-12-31")]
    public async Task No_day_or_instant_of_any_body_may_lie_beyond_the_years_of_the_program(string day)
    {
        var members = (await Get(OpenApiDocument.Address)).Ok().Members("date", "date-time");

        foreach (var (operation, path, schema) in members.Where(each => !answers.Contains(each.Operation.Id)))
        {
            var value = schema.Text("format") == "date" ? day : $"{day}T12:00:00Z";

            (await Send(operation, path, value)).Errors(400, "malformedRequest").Should().Equal([$"{path.Replace("*", "0")} dateOutOfRange"], operation.ToString());
        }

        members.Select(each => each.Operation.Id).Should().HaveCountGreaterThan(20).And.Contain(answers);
    }

    [Test]
    public async Task No_instant_of_any_body_may_lack_its_offset()
    {
        var members = (await Get(OpenApiDocument.Address)).Ok().Members("date-time").Where(each => !answers.Contains(each.Operation.Id)).ToList();

        foreach (var (operation, path, _) in members)
        {
            (await Send(operation, path, "2026-05-04T03:02:01")).Errors(400, "malformedRequest").Should().Equal([$"{path.Replace("*", "0")} notAnInstant"], operation.ToString());
        }

        members.Select(each => each.Operation.Id).Should().Contain(["announceCycle", "makeApiKey", "rotateApiKey"]);
    }

    [Test]
    public async Task No_year_of_any_body_is_taken_that_nobody_can_mean()
    {
        var members = (await Get(OpenApiDocument.Address)).Ok().Members("int32").Where(each => IsYear(each.Path)).ToList();

        foreach (var (operation, path, _) in members)
        {
            foreach (var year in new[] { int.MinValue, 0, 1, 9999, 10000, int.MaxValue })
            {
                ((int)(await Send(operation, path, year)).Status).Should().BeInRange(400, 499, $"{operation} {path} {year}");
            }
        }

        members.Should().HaveCountGreaterThan(3);
    }

    [TestCase("9999-12-31")]
    [TestCase("0001-01-01")]
    [TestCase("1944")]
    [TestCase("3000")]
    public async Task No_day_year_or_instant_of_any_query_may_lie_beyond_the_years_of_the_program(string value)
    {
        string[] days = ["dueAfter", "dueBefore", "date"], instants = ["knownAt", "from", "to"], years = ["year", "cycle"];
        var document = (await Get(OpenApiDocument.Address)).Ok();
        var tried = 0;

        foreach (var operation in document.Operations())
        {
            foreach (var name in operation.Parameters.Where(each => each.Text("in") == "query").Select(each => each.Text("name")!))
            {
                var isYear = value.Length == 4;

                if (isYear ? years.Contains(name) : days.Contains(name) || name == "knownAt" || (instants.Contains(name) && operation.Path.EndsWith("/audit", StringComparison.Ordinal)))
                {
                    var given = instants.Contains(name) ? $"{value}T00:00:00Z" : value;
                    var reply = await Shared.SendAs(
                        operation.Path.EndsWith("/audit", StringComparison.Ordinal) ? "auditor" : "admin", new(operation.Method.ToUpperInvariant()), $"{Filled(operation.Path)}?{name}={given}", null);
                    reply.Errors(400, "invalidRequest").Should().Contain($"/{name} dateOutOfRange", operation.ToString());
                    tried++;
                }
            }
        }

        tried.Should().BeGreaterThan(4);
    }

    [TestCase("2026-01-31T09:00:00+07:00")]
    [TestCase("2026-01-31T09:00:00%2B07:00")]
    [TestCase("2026-01-31T02:00:00.000000000Z")]
    [TestCase("2026-01-31t02:00:00z")]
    public async Task An_offset_in_a_query_may_be_escaped_or_not(string instant) =>
        (await Get($"{Api}/institutions/14.01/results/2022?knownAt={instant}")).Problem(404, "notFound");

    [TestCase("2026-11-11 09:20")]
    [TestCase("2026-11-11%2009:20:00")]
    [TestCase("2026-11-11 09:20:00 07:00")]
    [TestCase("2026-11-11T09:20:00")]
    [TestCase("2026-12-31T23:59:60Z")]
    [TestCase("11/12/2026")]
    public async Task An_instant_in_a_query_that_could_mean_several_is_refused(string instant) =>
        (await Get($"{Api}/institutions/14.01/results/2022?knownAt={instant}")).Errors(400, "invalidRequest").Should().Equal("/knownAt notAnInstant");

    [TestCase("2026-05-04T03:02:01", "notAnInstant")]
    [TestCase("2026-05-04 03:02:01Z", "notAnInstant")]
    [TestCase("2026-12-31T23:59:60Z", "notAnInstant")]
    [TestCase("9999-12-31T23:59:59Z", "dateOutOfRange")]
    [TestCase("0001-01-01T00:00:00+07:00", "dateOutOfRange")]
    public async Task An_answer_with_a_wrong_instant_is_refused_alone(string observedAt, string code)
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var (wrong, right) = (Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3)), Sheets.Sent(Sheets.Level("process.standard.duration", "product:1", 3)));
        wrong["observedAt"] = observedAt;
        right["observedAt"] = "2026-05-04T10:02:01.123456789+07:00";

        var items = (await host.PutAnswers(assessment, wrong, right)).Ok().Items();

        items.Select(item => item.Text("outcome")).Should().Equal("rejected", "stored");
        (items[0].Text("problem/pointer"), items[0].Text("problem/code")).Should().Be(("/answers/0/observedAt", code));
    }

    [Test]
    public async Task A_commitment_until_the_end_of_all_days_is_refused_and_lists_stay_readable()
    {
        await using var host = await Fresh();
        var agreement = await host.GivenMou();
        var endless = Promising.Promise("9999-12-31");
        endless["target"]!["series"] = "settledWithin14Days";

        (await host.Make(agreement, endless)).Errors(400, "malformedRequest").Should().Equal("/dueOn dateOutOfRange");
        (await host.SendAs("head.riau", HttpMethod.Get, $"{agreement}/commitments", null)).Ok().Items().Should().BeEmpty();
    }

    private static bool IsYear(string path) => path.Split('/')[^1] is "year" or "cycle" || path.EndsWith("Year", StringComparison.Ordinal);

    private static string Filled(string path) => path
        .Replace("{id}", Unknown).Replace("{code}", "14.01").Replace("{year}", "2026").Replace("{month}", "2024-03").Replace("{office}", "14").Replace("{stage}", "draft")
        .Replace("{documentId}", Unknown).Replace("{participantId}", Unknown).Replace("{eventId}", Unknown).Replace("{reasonId}", Unknown)
        .Replace("{evidenceId}", Unknown).Replace("{answerId}", Unknown).Replace("{indicator}", "output.ikm").Replace("{subject}", "unit");

    private async Task<Reply> Send(DocumentedOperation operation, string path, object value)
    {
        var body = path.Split('/').Skip(1).Reverse().Aggregate(
            JsonSerializer.SerializeToNode(value), (inner, name) => name == "*" ? new JsonArray(inner) : new JsonObject { [name] = inner });

        return await Shared.SendAs("admin", new(operation.Method.ToUpperInvariant()), Filled(operation.Path), JsonContent.Create(body), ("If-Match", "\"v1\""));
    }
}
