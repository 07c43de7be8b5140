using Compliance.Api.Tests.Agreements;
using Compliance.Api.Tests.Decisions;
using Compliance.Api.Tests.OpenApi;

namespace Compliance.Api.Tests.Exports;

/// <summary>Clients that ask for a file and do not read it take nothing away from anybody else.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class SlowReadersTests(string provider) : ApiTests(provider)
{
    /// <summary>More than the connections of a test database (20).</summary>
    private const int Readers = 25;

    /// <summary>More than what the system takes for a client that does not read.</summary>
    private const int Large = 12_000_000;

    /// <summary>Every operation that returns a file, with its address. A new one has to be added here, and may then read no database while it sends.</summary>
    private readonly Dictionary<string, Func<Served, string>> files = new()
    {
        ["proveDecisions"] = _ => $"{Api}/cycles/2026/proof",
        ["exportAudit"] = _ => $"{Api}/audit/export",
        ["getEvidenceContent"] = served => $"{served.Evidence}/content",
        ["getAgreementDocumentContent"] = served => $"{served.Document}/content",
    };

    [Test]
    public async Task Everybody_else_is_answered_while_nobody_reads_what_was_asked_for()
    {
        await using var host = await Fresh();
        var served = await Served.On(host);

        foreach (var (operation, address) in files)
        {
            var readers = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Begin(host, operation == "proveDecisions" ? null : "auditor", address(served))));

            try
            {
                readers.Count(reader => reader.Answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)).Should().BeGreaterThanOrEqualTo(3, operation);
                readers.Select(reader => reader.Answer).Should().OnlyContain(
                    answer => answer.StartsWith("HTTP/1.1 200") || (answer.StartsWith("HTTP/1.1 503") && answer.Contains("Retry-After: ")), operation);
                (await host.Get($"{Api}/institutions?q=kampar")).Ok();
                (await host.SendAs("auditor", HttpMethod.Get, $"{Api}/audit")).Ok();
                (await host.SendAs("admin", HttpMethod.Post, $"{Api}/audit/checkpoints")).Ok();
                await ShouldHoldNoSnapshot(host);
            }
            finally
            {
                foreach (var reader in readers)
                {
                    reader.Connection.Dispose();
                }
            }
        }
    }

    [Test]
    public async Task These_are_all_operations_that_return_files()
    {
        var operations = JsonDocument.Parse((await Get(OpenApiDocument.Address)).Text).RootElement.Operations();

        // That of a second scoring serves the same files in the same way.
        operations.Where(ReturnsFile).Select(operation => operation.Id).Should().BeEquivalentTo([.. files.Keys, "getSecondScoringEvidence"]);
    }

    /// <summary>Anything but JSON, and the calendar, which is made in memory.</summary>
    private static bool ReturnsFile(DocumentedOperation operation) =>
        operation.Content.GetProperty("responses").TryGetProperty("200", out var ok)
        && ok.TryGetProperty("content", out var content)
        && content.EnumerateObject().Any(media => media.Name is not ("application/json" or "text/calendar"));

    /// <summary>Reads the headers of the answer, and nothing of its content.</summary>
    private static async Task<(RawConnection Connection, string Answer)> Begin(ApiHost host, string? caller, string path)
    {
        var connection = await RawConnection.To(host, receiveBuffer: 4096);
        await connection.SendHead("GET", path, caller is null ? [] : [("Authorization", $"Bearer {await host.TokenOf(caller)}")]);

        return (connection, await connection.ReadTo("\r\n\r\n"));
    }

    private static async Task ShouldHoldNoSnapshot(ApiHost host)
    {
        await using var raw = await host.OpenRaw();

        if (host.Settings.Provider == "sqlite")
        {
            (await raw.Query("PRAGMA wal_checkpoint(TRUNCATE)")).Single()["busy"].Should().Be(0L);
        }
        else
        {
            (await raw.Query("SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'")).Should().BeEmpty();
        }
    }

    /// <summary>Large files of each kind.</summary>
    private sealed record Served(string Evidence, string Document)
    {
        public static async Task<Served> On(ApiHost host)
        {
            await host.GivenAnnounced();
            await using var raw = await host.OpenRaw();
            var text = new string('x', Large);
            await raw.Execute(
                """
                INSERT INTO decided_institutions (decision_id, institution_id, text, score)
                SELECT decision_id, (SELECT id FROM institutions WHERE code = '14.08'), @p0, score FROM decided_institutions LIMIT 1
                """,
                text);
            await raw.Execute(
                """
                INSERT INTO audit_entries (id, resource, sequence, at, use_case, actor, payload, hash)
                SELECT @p0, 'test/large', 1, at, use_case, actor, @p1, hash FROM audit_entries LIMIT 1
                """,
                Guid.Parse("0198c0de-0000-7000-8000-0000000000d1"),
                text);
            var assessment = $"{Api}/assessments/{(await host.SendAs("admin", HttpMethod.Get, $"{Api}/assessments?cycle=2023")).Ok().Text("items/0/id")}";
            var agreement = await host.GivenAgreement();
            var document = await host.AddDocument(agreement, [.. Samples.Pdf(1), .. new byte[Large]], "head.riau", ("kind", "text"), ("title", "Naskah"));

            return new(
                await host.GivenEvidence(assessment, Offering.Photo() with { File = Samples.Jpeg(1, fill: Large) }),
                $"{agreement}/documents/{document.Ok(HttpStatusCode.Created).Text("id")}");
        }
    }
}
