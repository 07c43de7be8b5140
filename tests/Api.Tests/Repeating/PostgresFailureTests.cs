namespace Compliance.Api.Tests.Repeating;

/// <summary>What fails in the server is a temporary refusal without effect, or is done again: what is sent again afterwards is stored.</summary>
public sealed class PostgresFailureTests() : ApiTests("postgresql")
{
    private const string Month = $"{Api}/institutions/14.04/public-reports/2024-01";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly object Figures = new { received = 3, settled = 2, medianDays = 9.5m, over14Days = 1 };

    [Test]
    public async Task A_batch_that_the_server_ends_because_of_a_deadlock_is_stored()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var answer = Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3));
        await using var other = await Patient(host);
        await other.Execute($"SELECT 1 FROM sheets WHERE assessment_id = '{IdOf(assessment)}' FOR UPDATE");

        var put = host.PutAnswers(assessment, answer);
        await SomebodyWaits(host);
        await other.Execute($"UPDATE audit_chains SET length = length WHERE resource = 'assessments/{IdOf(assessment)}'");
        await other.Execute("ROLLBACK");

        (await put).Outcomes().Should().Equal("stored 1");
        host.Log.Text.Should().BeEmpty();
    }

    [Test]
    public async Task A_save_that_the_server_ends_because_of_a_deadlock_is_done_again()
    {
        await using var host = await Fresh();
        var (id, version) = await User(host);
        await using var other = await Patient(host);
        await other.Execute($"SELECT 1 FROM audit_chains WHERE resource = 'accounts/{id}' FOR UPDATE");

        var change = host.SendAs("admin", HttpMethod.Put, $"{Api}/users/{id}", JsonContent.Create(new { name = "Tamu", grants = Array.Empty<object>() }), ("If-Match", version));
        await SomebodyWaits(host);
        await other.Execute($"UPDATE accounts SET name = name WHERE id = '{id}'");
        await other.Execute("ROLLBACK");

        (await change).Ok().Text("name").Should().Be("Tamu");
        host.Log.Text.Should().BeEmpty();
    }

    [Test]
    public async Task A_server_that_shuts_down_is_a_temporary_refusal()
    {
        await using var host = await Fresh(settings: Unavailable.Warnings);
        await using var other = await Patient(host);
        await other.Execute("SELECT 1 FROM institutions WHERE code = '14.04' FOR UPDATE");

        await host.RefusesForNow(async () =>
        {
            var record = Record(host);
            await SomebodyWaits(host);
            await other.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()");

            return await record;
        });
        await other.Execute("ROLLBACK");

        (await Record(host)).Ok().Number("received").Should().Be(3);
    }

    [Test]
    public async Task A_server_without_a_free_connection_is_a_temporary_refusal()
    {
        await using var host = await Fresh(settings: Unavailable.Warnings);
        await using var beside = await host.StartBeside(new Dictionary<string, string>(Unavailable.Warnings)
        {
            ["ConnectionStrings:Compliance"] = $"{host.Settings.ConnectionString};Maximum Pool Size=2;Timeout=1;Application Name=few",
        });
        await host.TokenOf("head.riau");
        await using var other = await Patient(host);
        await other.Execute("SELECT 1 FROM institutions WHERE code = '14.04' FOR UPDATE");

        var waiting = new[] { Record(beside.Host), Record(beside.Host) };
        await SomebodyWaits(host, 2);
        await beside.Host.RefusesForNow(() => beside.Host.Get($"{Api}/regions"));
        await other.Execute("ROLLBACK");

        (await Task.WhenAll(waiting)).Should().OnlyContain(reply => reply.Status == HttpStatusCode.OK);
    }

    private static string IdOf(string address) => address.Split('/')[^1];

    private static Task<Reply> Record(ApiHost host) => host.SendAs("head.riau", HttpMethod.Put, Month, JsonContent.Create(Figures));

    private static async Task<(string Id, string Version)> User(ApiHost host)
    {
        var user = (await host.SendAs("admin", HttpMethod.Get, $"{Api}/users?email=assessor2.riau@demo.example")).Ok().Items().Single();
        var id = user.Text("id")!;

        return (id, (await host.SendAs("admin", HttpMethod.Get, $"{Api}/users/{id}")).ETag);
    }

    /// <summary>A transaction that waits so long that the server ends the other party of a deadlock.</summary>
    private static async Task<RawDatabase> Patient(ApiHost host)
    {
        var raw = await host.OpenRaw();
        await raw.Execute("SET deadlock_timeout = '1h'");
        await raw.Execute("BEGIN");

        return raw;
    }

    private static async Task SomebodyWaits(ApiHost host, int many = 1)
    {
        await using var raw = await host.OpenRaw();
        await Waiting.Until(
            async () => (long)(await raw.Query("SELECT count(*) AS number FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"))[0]["number"] >= many,
            () => $"Nobody waited: {host.Log.Text}",
            Patience);
    }
}
