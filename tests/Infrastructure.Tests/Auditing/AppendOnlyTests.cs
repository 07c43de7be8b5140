using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Domain.Access;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Compliance.Infrastructure.Tests.Auditing;

/// <summary>The database itself refuses what is never done to the audit, whoever asks and in whatever way.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class AppendOnlyTests(string provider)
{
    [Test]
    public async Task The_trail_is_only_ever_appended_to()
    {
        await using var database = await TestDatabase.Prepared(provider);
        await using var program = database.Program();
        await Seal(program);
        await GivenPersonalData(database);
        await using var raw = await RawDatabase.Open(database.Settings);
        var before = await Contents(raw);
        before.Should().OnlyContain(table => table.Count > 0, "a row-wise refusal of nothing proves nothing");

        List<string> statements =
        [
            "UPDATE audit_entries SET actor = 'nobody'",
            "UPDATE audit_entries SET payload = payload",
            "DELETE FROM audit_entries",
            "UPDATE audit_checkpoints SET hash = 'x'",
            "DELETE FROM audit_checkpoints",
            "DELETE FROM audit_chains",
            "UPDATE audit_personal_data SET content = 'x'",
        ];

        if (provider == "postgresql")
        {
            statements.AddRange(new[] { "audit_entries", "audit_checkpoints", "audit_chains", "audit_personal_data" }.Select(table => $"TRUNCATE {table}"));
            statements.Add("TRUNCATE audit_entries, audit_chains, audit_personal_data, audit_checkpoints CASCADE");
        }
        else
        {
            // REPLACE deletes without the triggers of DELETE.
            statements.AddRange(new[] { "audit_entries", "audit_checkpoints", "audit_personal_data" }.Select(table => $"REPLACE INTO {table} SELECT * FROM {table}"));
        }

        foreach (var statement in statements)
        {
            var refused = (await FluentActions.Awaiting(() => raw.Execute(statement)).Should().ThrowAsync<System.Data.Common.DbException>(statement)).Which;
            refused.Should().Match(each => each is SqliteException || each is PostgresException);
            refused.Message.Should().Contain("is refused: it is only ever appended to", statement);
        }

        (await Contents(raw)).Should().BeEquivalentTo(before, options => options.WithStrictOrdering());
    }

    [Test]
    public async Task Preparing_anew_lays_a_refusal_that_was_taken_away()
    {
        await using var database = await TestDatabase.Prepared(provider);
        await using var raw = await RawDatabase.Open(database.Settings);
        await raw.DropTriggers();
        (await raw.Execute("DELETE FROM loaded_files WHERE name = 'program'")).Should().Be(1);

        await using var program = database.Program();
        await TestDatabase.Start(program);

        await FluentActions.Awaiting(() => raw.Execute("DELETE FROM audit_entries")).Should().ThrowAsync<System.Data.Common.DbException>();
    }

    private static async Task Seal(ServiceProvider program)
    {
        await using var scope = program.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SealAudit())).Chains.Should().BeGreaterThan(0);
    }

    private static async Task GivenPersonalData(TestDatabase database)
    {
        await using var db = database.Open();
        var now = DateTimeOffset.UtcNow;
        db.Accounts.Add(Account.Invite(EntityId.New<AccountId>(now), "somebody@example.org", "Somebody", [], now));
        (await db.SaveChangesAsync()).Should().Be(4, "the account, its entry, its chain and what names the person");
    }

    private static async Task<List<IReadOnlyList<Row>>> Contents(RawDatabase raw) =>
        [await raw.Rows("audit_entries"), await raw.Rows("audit_checkpoints"), await raw.Rows("audit_chains"), await raw.Rows("audit_personal_data")];
}
