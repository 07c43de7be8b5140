using System.Globalization;

namespace Compliance.Api.Tests.Auditing;

/// <summary>Rows that somebody changed by SQL, past the program and its trail, are named by table, key and column.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class ChangedTableTests(string provider) : ApiTests(provider)
{
    private ApiHost host = null!;
    private RawDatabase raw = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        host = await Fresh();
        await host.GivenSealedTrail();
        (await host.SendAs("admin", HttpMethod.Post, $"{Api}/api-keys", JsonContent.Create(new { holder = "Portal", scopes = new[] { "readResultsInBulk" }, expiresAt = host.Clock.GetUtcNow().AddDays(30) }))).Ok(HttpStatusCode.Created);
        raw = await host.OpenRaw();
        await raw.DropTriggers();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await raw.DisposeAsync();
        await host.DisposeAsync();
    }

    [Test, Order(1)]
    public async Task Tables_that_only_the_program_wrote_equal_the_trail()
    {
        var verified = await host.VerifyAudit();

        verified.Flag("intact").Should().BeTrue("{0}", verified);
        verified.Number("tables/compared").Should().BeGreaterThan(1000);
        (verified.Number("tables/differing"), verified.Absent("tables/firstDifference")).Should().Be((0, true));
    }

    [TestCase("accounts", "grants", "grants = '[{\"role\":\"administrator\"}]'")]
    [TestCase("accounts", "status", "status = 'Disabled'")]
    [TestCase("api_keys", "scopes", "scopes = '[\"importResults\"]'")]
    [TestCase("results", "score", "score = coalesce(score, 0) + 1")]
    [TestCase("results", "category", "category = 'a'")]
    [TestCase("publications", "sha256", "sha256 = 'none'")]
    [TestCase("assessments", "status", "status = 'Verified'")]
    [TestCase("assessments", "version", "version = version + 1")]
    [TestCase("assessments", "is_decided", "is_decided = true")]
    [TestCase("cycles", "closes_on", "closes_on = '2031-01-01'")]
    [TestCase("cycles", "decided_at", "decided_at = '2031-01-01T00:00:00.000000Z'")]
    [TestCase("institutions", "name", "name = 'Kota Baru'")]
    [TestCase("service_products", "name", "name = 'Baru'")]
    public async Task A_changed_column_is_named(string table, string column, string change)
    {
        var row = (await raw.Rows(table)).Last(each => table != "accounts" || each.Text("email").StartsWith("assessor", StringComparison.Ordinal));
        var key = table switch { "publications" => "number", _ => "id" };
        var before = row[column];
        (await raw.Execute($"UPDATE {table} SET {change} WHERE {key} = @p0", row[key])).Should().Be(1);

        await ShouldBeNamed(table, row.Text(key), column);

        (await raw.Execute($"UPDATE {table} SET {column} = @p1 WHERE {key} = @p0", row[key], before)).Should().Be(1);
        (await host.VerifyAudit()).Flag("intact").Should().BeTrue();
    }

    [Test]
    public async Task The_command_verifies_the_database_and_fails_when_a_row_differs()
    {
        var row = (await raw.Rows("api_keys"))[0];
        var intact = await ProgramProcess.RunOn(host, "audit", "verify");
        await raw.Execute("UPDATE api_keys SET scopes = '[\"importResults\"]' WHERE id = @p0", row["id"]);

        var changed = await ProgramProcess.RunOn(host, "audit", "verify");

        await raw.Execute("UPDATE api_keys SET scopes = @p1 WHERE id = @p0", row["id"], row["scopes"]);
        intact.ExitCode.Should().Be(0, "{0}", intact);
        intact.Output.Should().Contain("rows compared with the trail, 0 differ.").And.Contain("\nIntact.");
        changed.ExitCode.Should().Be(1, "{0}", changed);
        changed.Output.Should().Contain("1 differ.").And.Contain($"DIFFERS api_keys {row.Text("id").ToLowerInvariant()} scopes: [\"readResultsInBulk\"] in the trail, [\"importResults\"] stored.").And.Contain("\nNOT intact.");
    }

    [TestCase("results")]
    [TestCase("service_products")]
    [TestCase("regions")]
    public async Task A_row_that_is_gone_is_named(string table)
    {
        var key = table == "regions" ? "code" : "id";
        var row = (await raw.Rows(table))[^1];
        await raw.Exchange(table, [key], [row], []);

        await ShouldBeNamed(table, row.Text(key), null);

        await raw.Exchange(table, [key], [], [row]);
    }

    [Test]
    public async Task A_row_that_no_entry_mentions_is_named()
    {
        var row = (await raw.Rows("accounts"))[0];
        var id = Guid.CreateVersion7();
        var added = row.With("id", row["id"] is Guid ? id : id.ToString().ToUpperInvariant()).With("email", "intruder@example.org").With("email_key", "intruder@example.org");
        await raw.Exchange("accounts", ["id"], [], [added]);

        await ShouldBeNamed("accounts", id.ToString(), null);

        await raw.Exchange("accounts", ["id"], [added], []);
    }

    [Test]
    public async Task A_changed_answer_is_named()
    {
        var row = (await raw.Rows("sheets")).First(each => each.Text("answers").Contains("\"answers\":{\"", StringComparison.Ordinal));
        var changed = System.Text.RegularExpressions.Regex.Replace(row.Text("answers"), ",0,null,0,([0-4])\\]", found => $",0,null,0,{(found.Groups[1].Value[0] - '0' + 1) % 5}]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(10));
        changed.Should().NotBe(row.Text("answers"));
        await raw.Execute("UPDATE sheets SET answers = @p1 WHERE assessment_id = @p0", row["assessment_id"], changed);

        await ShouldBeNamed("sheets", row.Text("assessment_id"), "answers");

        await raw.Execute("UPDATE sheets SET answers = @p1 WHERE assessment_id = @p0", row["assessment_id"], row["answers"]);
    }

    [Test]
    public async Task A_value_that_the_program_cannot_read_is_named()
    {
        var row = (await raw.Rows("accounts"))[^1];
        await raw.Execute("UPDATE accounts SET grants = 'all' WHERE id = @p0", row["id"]);

        var verified = await host.Run(new Application.Audit.VerifyAudit(Compliance.Domain.Common.Language.English));

        (verified.Intact, verified.Tables!.FirstDifference!.Table, verified.Tables.FirstDifference.Key).Should().Be((false, "accounts", row.Text("id").ToLowerInvariant()));
        await raw.Execute("UPDATE accounts SET grants = @p1 WHERE id = @p0", row["id"], row["grants"]);
    }

    private async Task ShouldBeNamed(string table, string key, string? column)
    {
        var verified = await host.VerifyAudit();
        verified.Flag("intact").Should().BeFalse("{0} {1}", table, column);
        verified.Absent("firstBroken").Should().BeTrue("the trail itself is as it was");
        var difference = verified.At("tables/firstDifference");
        (difference.Text("table"), difference.Text("key"), column is null ? null : difference.Text("column"))
            .Should().Be((table, table == "publications" ? key : key.ToLower(CultureInfo.InvariantCulture), column), "{0}", difference);
        verified.Number("tables/differing").Should().Be(1);
    }
}
