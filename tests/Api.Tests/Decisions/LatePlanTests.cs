using System.Data.Common;

namespace Compliance.Api.Tests.Decisions;

/// <summary>No unit slips into a cycle that is being decided: it comes before the decision, which then sees it, or not at all.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class LatePlanTests(string provider) : ApiTests(provider)
{
    private readonly bool isPostgres = provider == "postgresql";

    [Test]
    public async Task What_is_being_planned_when_the_decision_comes_is_seen_by_it()
    {
        await using var host = await Fresh();
        await host.GivenVerified();
        (await host.HoldPlenary()).Ok();
        await using var raw = await host.OpenRaw();
        var plan = await LatePlan(host, raw);
        await raw.Execute(isPostgres ? "BEGIN" : "BEGIN IMMEDIATE");
        await Insert(raw, plan);

        var decided = host.Decide();
        await UntilItWaits(host, decided);
        await raw.Execute("COMMIT");

        (await decided).Errors(409, "cycleNotSettled").Should().Equal($"/assessments/{Guid.Parse($"{plan["id"]}")} assessmentOpen");
    }

    [Test]
    public async Task What_comes_after_the_decision_is_refused_by_the_database_itself()
    {
        await using var host = await Fresh();
        await host.GivenDecided();
        await using var raw = await host.OpenRaw();
        var plan = await LatePlan(host, raw);

        var late = () => Insert(raw, plan);

        (await late.Should().ThrowAsync<DbException>()).Which.Message.Should().Contain("their cycle is decided");
    }

    /// <summary>A row as the program would write it, for a unit that has none.</summary>
    private static async Task<Dictionary<string, object>> LatePlan(ApiHost host, RawDatabase raw)
    {
        var row = new Dictionary<string, object>((await raw.Query("SELECT * FROM assessments WHERE year = 2026"))[0]);
        var unit = (await host.UnitsOfIndragiriHilir())[4];
        object Stored(Guid id) => row["id"] is Guid ? id : $"{id}".ToUpperInvariant();
        (row["unit_id"], row["id"]) = (Stored(Guid.Parse(unit)), Stored(Guid.CreateVersion7()));
        row["status"] = "Planned";
        row["is_decided"] = row["is_decided"] is bool ? false : 0;

        return row;
    }

    private static Task<int> Insert(RawDatabase raw, Dictionary<string, object> row) => raw.Execute(
        $"INSERT INTO assessments ({string.Join(", ", row.Keys)}) VALUES ({string.Join(", ", row.Keys.Select((_, index) => $"@p{index}"))})",
        [.. row.Values]);

    /// <summary>PostgreSQL says who waits for a lock, so it is asked until somebody does; SQLite tells nobody, and there the order decides alone.</summary>
    private async Task UntilItWaits(ApiHost host, Task decided)
    {
        await using var watching = await host.OpenRaw();

        while (isPostgres && !decided.IsCompleted && (await watching.Query("SELECT 1 AS one FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")).Count == 0)
        {
            await Task.Yield();
        }
    }
}
