using System.Globalization;
using Compliance.Application.Audit;
using Compliance.Domain.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Compliance.LongRun.Tests.Auditing;

/// <summary>
/// An intruder who may do everything on the database, or on an exported file, but does not have the key. One random
/// deed at a time; none goes unseen. <c>COMPLIANCE_AUDIT_MUTATIONS</c> and <c>COMPLIANCE_AUDIT_SEED</c> say how many and which.
/// </summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class TamperingTests(string provider) : ApiTests(provider)
{
    private const int InDatabase = 120;

    /// <summary>What is recomputed from the row itself, so that the very row is named first.</summary>
    private static readonly string[] exact = ["payload", "hash", "use_case", "useCase", "actor"];

    private static readonly int inFile = Setting("COMPLIANCE_AUDIT_MUTATIONS", 1500);
    private static readonly int seed = Setting("COMPLIANCE_AUDIT_SEED", Environment.TickCount);

    [Test]
    public async Task Whatever_is_changed_in_an_exported_file_is_found()
    {
        await using var host = await Fresh();
        await host.GivenSealedTrail();
        var keys = await host.PublicKeys();
        var privateKey = await File.ReadAllTextAsync(Path.Combine(host.Folder, "audit-key.pem"));
        var file = TrailFile.Read(await host.ExportAudit());
        var tampering = new Tampering(file.Tables, "resource", Told(seed));
        (await TrailFile.Verify(file.Write(new("nothing", file.Tables[0], [], [])), keys)).Should().Match<AuditVerified>(verified => verified.Intact && verified.Unsealed == 0);

        for (var count = 0; count < inFile; count++)
        {
            var deed = tampering.Next();

            try
            {
                // Only the private key verifies authenticators; what is sealed needs none.
                Look(deed, await TrailFile.Verify(file.Write(deed), deed.Column == "authenticator" ? [privateKey] : keys));
            }
            catch (Exception refused) when (refused is InvalidDataException or JsonException)
            {
                // A line that is none any more is seen, too.
                exact.Should().NotContain(deed.Column);
            }
        }
    }

    [Test]
    public async Task Whatever_is_changed_in_the_database_is_found()
    {
        await using var host = await Fresh();
        await host.GivenSealedTrail();
        await using var raw = await host.OpenRaw();
        await raw.DropTriggers();
        List<TrailTable> tables =
        [
            new("audit_checkpoints", ["number"], await raw.Rows("audit_checkpoints")),
            new("audit_chains", ["resource"], await raw.Rows("audit_chains")),
            new("audit_entries", ["id"], await raw.Rows("audit_entries")),
            new("audit_personal_data", ["entry_id", "subject"], await raw.Rows("audit_personal_data")),
        ];
        var tampering = new Tampering(tables, "resource", Told(seed));

        for (var count = 0; count < InDatabase;)
        {
            var deed = tampering.Next();

            try
            {
                await raw.Exchange(deed.Table.Name, deed.Table.Key, deed.Taken, deed.Put);
            }
            catch (Exception taken) when (taken is SqliteException or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                // The place was taken; such a row cannot even be written.
                continue;
            }

            Look(deed, await host.Run(new VerifyAudit(Language.English)));
            await raw.Exchange(deed.Table.Name, deed.Table.Key, deed.Put, deed.Taken);
            count++;
        }

        await host.ShouldBeIntact();
    }

    private static void Look(Deed deed, AuditVerified verified)
    {
        verified.Intact.Should().BeFalse("seed {0}: {1} {2}", seed, deed.Table.Name, deed.Description);
        verified.Broken.Should().NotBeEmpty();
        verified.FirstBroken.Should().Be(verified.Broken[0]);

        if (deed is { Column: { } column, Table.Name: "audit_entries" } && exact.Contains(column))
        {
            var row = deed.Taken[0];
            (verified.Broken[0].Resource, $"{verified.Broken[0].Sequence}").Should().Be((row.Text("resource"), row.Text("sequence")), "{0}", deed.Description);
        }

        if (deed is { Column: null, Put.Count: 0, Table.Name: "audit_entries" })
        {
            verified.Broken.Should().Contain(place => place.Resource == deed.Taken[0].Text("resource") && (place.Code == "entryMissing" || place.Code == "chainTruncated"));
        }
    }

    private static int Told(int seed)
    {
        TestContext.Out.WriteLine($"COMPLIANCE_AUDIT_SEED={seed}");

        return seed;
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
