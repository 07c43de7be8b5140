namespace Compliance.Api.Tests.Auditing;

/// <summary>What the audit costs a write: nothing that grows with it.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class RoundTripTests(string provider) : ApiTests(provider)
{
    private static readonly string[] counted = ["audit_entries", "audit_chains", "audit_personal_data", "assessments", "sheets"];

    [Test]
    public async Task A_batch_of_answers_takes_one_read_and_one_write_however_many_it_holds()
    {
        await using var host = await Fresh();
        var assessment = await host.GivenAssessment();
        var form = (await host.FormItems(assessment)).Select(item => Sheets.Sent(Sheets.BestOfItem(item))).ToList();
        (await host.PutAnswers(assessment, form.Take(1))).Outcomes().Should().Equal("stored 1");
        await using var raw = await host.OpenRaw();

        foreach (var (skip, count) in new[] { (1, 1), (2, 10), (12, 100) })
        {
            var (commands, rows) = (host.Sql.Commands, await RowsOf(raw));

            (await host.PutAnswers(assessment, form.Skip(skip).Take(count))).Outcomes().Should().HaveCount(count).And.OnlyContain(outcome => outcome == "stored 1");

            (host.Sql.Commands - commands).Should().BeLessThanOrEqualTo(2, "{0} answers", count);
            (await RowsOf(raw)).Should().Equal([rows[0] + 1, .. rows.Skip(1)], "one entry is added, the rest is changed in place");
        }
    }

    private static async Task<IReadOnlyList<long>> RowsOf(RawDatabase raw)
    {
        var counts = new List<long>();

        foreach (var table in counted)
        {
            counts.Add((long)(await raw.Query($"SELECT count(*) AS count FROM {table}"))[0]["count"]);
        }

        return counts;
    }
}
