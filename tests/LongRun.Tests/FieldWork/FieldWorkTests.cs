namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>
/// Devices that double, delay, reorder and drop what they send, two for each sheet, and a program that is killed
/// under them: it ends with everything that it acknowledged. docs/testing.md says how to send more.
/// </summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class FieldWorkTests(string provider) : ApiTests(provider)
{
    private static readonly string[] Assessors = ["assessor.riau", "assessor2.riau"];

    /// <summary>Nobody is slowed down.</summary>
    private static readonly Dictionary<string, string> Unlimited = new()
    {
        ["RateLimits:Anonymous"] = "1000000",
        ["RateLimits:SignIn"] = "1000000",
        ["RateLimits:Account"] = "1000000",

        // Devices cut their connections in the middle of a body, and the machine stalls: the web server warns of both.
        ["Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel"] = "Error",
    };

    [Test]
    public async Task Whatever_devices_and_machines_do_nothing_acknowledged_is_lost_or_doubled()
    {
        var settings = FieldSettings.Read();
        await TestContext.Out.WriteLineAsync($"{Provider}: {settings}");
        await using var program = await ServedProgram.Start(Provider, Unlimited);
        using var run = new FieldRun(program, settings);
        var sheets = await Plan(run.Client, new(settings.Seed));

        var took = await run.Work(sheets);

        var complaints = new List<string>();

        foreach (var sheet in sheets)
        {
            var found = await SheetReading.Read(run.Client, sheet);
            complaints.AddRange(SheetChecks.Complaints(sheet.Book, found));
            Count(run.Tally, found);
            var (ofSheet, ofAnswers) = await SheetReading.Score(run.Client, sheet);
            ofSheet.Should().Be(ofAnswers);
        }

        await TestContext.Out.WriteLineAsync($"{Provider}: {took.TotalSeconds:0} s: {run.Tally}");
        complaints.Should().BeEmpty("{0} with {1} keeps what it acknowledged", Provider, settings);
        (await run.Client.Read("auditor", "/api/v1/audit/verify")).Flag("intact").Should().BeTrue();
        program.Errors.Should().BeEmpty();
        run.Tally.Of("kills").Should().Be(settings.Kills);
    }

    /// <summary>All units of the demo, each with an assessor of its own office.</summary>
    private static async Task<IReadOnlyList<FieldSheet>> Plan(FieldClient client, Random random)
    {
        await Write(client, "/api/v1/cycles", new { year = 2026, instrument = "2024", opensOn = "2026-03-01", closesOn = "2026-12-18" });
        var units = (await client.Read("admin", "/api/v1/institutions/14.04/units")).Texts("items", "id");
        var sheets = new List<FieldSheet>();

        foreach (var (unit, index) in units.Select((unit, index) => (unit, index)))
        {
            var assessor = Assessors[index % Assessors.Length];
            var planned = await Write(client, "/api/v1/cycles/2026/assessments", new { units = new[] { unit }, assessor = $"{assessor}@demo.example" });
            var path = $"/api/v1/assessments/{planned.Text("items/0/id")}";
            sheets.Add(new(path, assessor, new((await client.Read(assessor, $"{path}/form")).Items(), random), new()));
        }

        return sheets;
    }

    private static async Task<JsonElement> Write(FieldClient client, string path, object body)
    {
        var reply = (await client.Send("admin", HttpMethod.Post, path, JsonSerializer.Serialize(body)))!;
        reply.Status.Should().BeOneOf(HttpStatusCode.OK, HttpStatusCode.Created);

        return reply.Json;
    }

    private static void Count(FieldTally tally, FoundSheet found)
    {
        tally.Count("in the end: versions", found.Events.Count(each => each.Outcome == "stored"));
        tally.Count("in the end: answers stand", found.Standing.Count);
        tally.Count("in the end: conflicts open", found.Conflicts.Count);
        tally.Count("in the end: refused items wait", found.Refused.Count);
    }
}
