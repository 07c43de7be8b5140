namespace Compliance.Api.Tests.Repeating;

/// <summary>A database file that cannot be written is a temporary refusal without effect: what is sent again afterwards is stored.</summary>
public sealed class SqliteFailureTests() : ApiTests("sqlite")
{
    private static readonly object Cycle = new { year = 2031, instrument = "2024", opensOn = "2031-03-01", closesOn = "2031-10-31" };

    [Test]
    public async Task A_file_that_another_program_locks_is_a_temporary_refusal()
    {
        await using var host = await Fresh(settings: Unavailable.Warnings);
        var assessment = await host.GivenAssessment();
        var answer = Sheets.Sent(Sheets.Level("process.standard.cost", "product:1", 3));
        host.Faults.Patience = 1;
        await using var other = await host.OpenRaw();
        await other.Execute("BEGIN IMMEDIATE");

        await host.RefusesForNow(() => host.Post($"{Api}/cycles", Cycle));
        await host.RefusesForNow(() => host.PutAnswers(assessment, (JsonObject)answer.DeepClone()));
        await other.Execute("ROLLBACK");

        (await host.Post($"{Api}/cycles", Cycle)).Ok(HttpStatusCode.Created);
        (await host.PutAnswers(assessment, (JsonObject)answer.DeepClone())).Outcomes().Should().Equal("stored 1");
    }

    [Test]
    public async Task A_full_disk_is_a_temporary_refusal()
    {
        await using var host = await Fresh(settings: Unavailable.Warnings);
        var assessment = await host.GivenAssessment();
        var batch = (await host.FormItems(assessment)).Select(item => Sheets.Sent(Sheets.BestOfItem(item))).ToList();
        var instrument = Instruments.Copy((await host.Get($"{Api}/instruments/2023")).Ok(), "2031");
        host.Faults.IsFull = true;

        await host.RefusesForNow(() => host.PutAnswers(assessment, batch.Select(answer => (JsonObject)answer.DeepClone())));
        await host.RefusesForNow(() => host.Post($"{Api}/instruments", instrument));
        (await host.Get(assessment)).Ok().Number("completeness/answered").Should().Be(0);
        host.Faults.IsFull = false;

        (await host.PutAnswers(assessment, batch.Select(answer => (JsonObject)answer.DeepClone()))).Outcomes().Should().HaveCount(218).And.OnlyContain(outcome => outcome == "stored 1");
        (await host.Post($"{Api}/instruments", instrument)).Ok(HttpStatusCode.Created);
    }
}
