using Compliance.Api.Tests.Decisions;
using Compliance.Api.Tests.Planning;

namespace Compliance.Api.Tests.Verification;

/// <summary>
/// Each status that an assessment can have, with each demo account: what allowedActions says, and that everything else is refused and
/// changes nothing. Final comes with the decision of a cycle, so it has a program of its own.
/// </summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class StatesTests(string provider) : ApiTests(provider)
{
    private const string Final = "final";
    private const string Plans = "assign changePlan markNotAssessed";

    private static readonly string[] people =
        ["admin", "method", "verifier", "auditor", "head.riau", "assessor.riau", "assessor2.riau", "liaison.14.04", "liaison.14.01", ""];

    /// <summary>Those who see it; whoever is not named may do nothing.</summary>
    private static readonly Dictionary<string, Dictionary<string, string>> table = new()
    {
        ["planned"] = new() { ["admin"] = Plans, ["head.riau"] = Plans, ["assessor.riau"] = "putAnswers" },
        ["collecting"] = new() { ["admin"] = Plans, ["head.riau"] = $"submit {Plans}", ["assessor.riau"] = "putAnswers" },
        ["submitted"] = new()
        {
            ["admin"] = "markNotAssessed",
            ["head.riau"] = "withdraw markNotAssessed",
            ["assessor.riau"] = "putAnswers",
            ["verifier"] = "return verify",
        },
        ["returned"] = new() { ["admin"] = Plans, ["head.riau"] = $"submit {Plans}", ["assessor.riau"] = "putAnswers" },
        ["verified"] = new() { ["verifier"] = "return withdrawVerification" },
        ["notAssessed"] = new() { ["admin"] = "markNotAssessed reopen", ["head.riau"] = "markNotAssessed reopen" },
        [Final] = [],
    };

    private static readonly (string Action, HttpMethod Method, string Path, object? Body)[] actions =
    [
        ("submit", HttpMethod.Put, "submission", null),
        ("withdraw", HttpMethod.Delete, "submission", null),
        ("assign", HttpMethod.Put, "assignment", new { assessor = Planned.One }),
        ("changePlan", HttpMethod.Put, "plan", new { subjects = new { respondents = 2, officials = 1, products = 1 } }),
        ("markNotAssessed", HttpMethod.Put, "not-assessed", new { reason = "security" }),
        ("reopen", HttpMethod.Delete, "not-assessed", null),
        ("return", HttpMethod.Post, "returns", new { reasons = new[] { new { pointer = "", text = "Periksa lagi." } } }),
        ("verify", HttpMethod.Put, "verification", null),
        ("withdrawVerification", HttpMethod.Delete, "verification", null),
    ];

    private readonly string database = provider;
    private ApiHost open = null!;
    private ApiHost decided = null!;
    private Dictionary<string, string> assessments = null!;

    [OneTimeSetUp]
    public async Task BringOneToEachStatus()
    {
        open = await ApiHost.Start(database, settings: Access.People.NoLimits);
        decided = await ApiHost.Start(database, settings: Access.People.NoLimits);
        var host = open;
        var units = await host.GivenCycle(await host.GivenInstrumentWithoutEvidence());
        var planned = await host.GivenPlan(new
        {
            frame = units.Take(6).Select(unit => new { unit, assessor = Planned.One, subjects = new { respondents = 1, officials = 1, products = 1 } }),
        });
        assessments = table.Keys.Zip(planned).ToDictionary(pair => pair.First, pair => pair.Second);

        foreach (var status in new[] { "collecting", "submitted", "returned", "verified" })
        {
            await host.AnswerAll(assessments[status]);
        }

        foreach (var status in new[] { "submitted", "returned", "verified" })
        {
            (await host.Change(assessments[status], "submission", null)).Ok();
        }

        (await host.Return(assessments["returned"], new { pointer = "", text = "Periksa lagi." })).Ok(HttpStatusCode.Created);
        (await host.Verify(assessments["verified"])).Ok();
        (await host.Change(assessments["notAssessed"], "not-assessed", new { reason = "refused" })).Ok();
        assessments[Final] = (await decided.GivenDecided())[0];
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        foreach (var host in new[] { open, decided }.Where(host => host is not null))
        {
            await host.DisposeAsync();
        }
    }

    [Test]
    [Combinatorial]
    public async Task Allowed_actions_are_those_of_the_table_and_all_others_are_refused(
        [ValueSource(nameof(Statuses))] string status, [ValueSource(nameof(people))] string person)
    {
        var host = status == Final ? decided : open;
        var assessment = assessments[status];
        var caller = person.Length == 0 ? null : person;
        var sees = person is "admin" or "verifier" or "auditor" or "head.riau" or "assessor.riau";
        var allowed = table[status].GetValueOrDefault(person, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var before = (await host.Read(assessment, "admin")).Ok();

        if (sees)
        {
            (await host.Read(assessment, person)).Ok().Actions().Should().Equal(allowed);
        }

        // To submit what is submitted changes nothing and is no refusal.
        foreach (var (action, method, path, body) in actions.Where(each => !allowed.Contains(each.Action)))
        {
            var reply = await host.SendAs(
                caller, method, $"{assessment}/{path}", body is null ? null : JsonContent.Create(body), ("If-Match", $"\"v{before.Number("version")}\""));

            ((int)reply.Status).Should().Be(ExpectedOf(status, person, action), "{0} by {1}: {2}", action, person, reply.Text);
        }

        var after = (await host.Read(assessment, "admin")).Ok();
        (after.Text("status"), after.Number("version")).Should().Be((status, before.Number("version")));
    }

    private static string[] Statuses() => [.. table.Keys];

    /// <summary>401 for nobody, 403 without the role, 404 where it is not seen, 409 where the status does not allow it.</summary>
    private static int ExpectedOf(string status, string person, string action) => person switch
    {
        "" => 401,
        "verifier" when action is "return" or "verify" or "withdrawVerification" => 409,
        "admin" when action is "assign" or "changePlan" or "markNotAssessed" or "reopen" => 409,
        "head.riau" when (status, action) is ("submitted", "submit") => 200,
        "head.riau" when action is "submit" or "withdraw" or "assign" or "changePlan" or "markNotAssessed" or "reopen" => 409,
        _ => 403,
    };
}
