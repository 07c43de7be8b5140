using Compliance.Application.Access;
using Compliance.Application.Audit;
using Compliance.Domain.Access;
using Compliance.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Tests.Auditing;

/// <summary>A database from before entries had authenticators: what is in it stays valid, and nothing is added to that later.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class UpgradeTests(string provider)
{
    [Test]
    public async Task The_first_start_seals_what_an_earlier_version_wrote_and_later_ones_nothing_without_an_authenticator()
    {
        await using var database = await GivenEarlierDatabase();

        await Start(database);

        await using (var db = database.Open())
        {
            (await db.Checkpoints.SingleAsync()).AuthenticatedBy.Should().BeNull();
            (await db.AuditEntries.CountAsync(entry => entry.Authenticator != null)).Should().Be(0, "nothing that was written is changed");
            db.Accounts.Add(Account.Invite(EntityId.New<AccountId>(DateTimeOffset.UtcNow), "new@example.org", null, [], DateTimeOffset.UtcNow));
            (await db.SaveChangesAsync()).Should().BePositive();
        }

        (await Send(database, new VerifyAudit(Language.English))).Should().Match<AuditVerified>(verified => verified.Intact && verified.Unsealed == 1);
        await Withdraw(database);
        await Start(database);
        (await Send(database, new SealAudit())).Should().BeEquivalentTo(new { Chains = 1, Refused = Array.Empty<RefusedEntry>() });
        (await Send(database, new VerifyAudit(Language.English))).Should().Match<AuditVerified>(verified => verified.Intact && verified.Unsealed == 0 && verified.Checkpoints == 2);
    }

    [Test]
    public async Task An_entry_without_an_authenticator_that_is_added_later_is_not_sealed_by_a_start()
    {
        await using var database = await GivenEarlierDatabase();
        await Start(database);
        await using var raw = await RawDatabase.Open(database.Settings);

        await using (var db = database.Open())
        {
            db.Accounts.Add(Account.Invite(EntityId.New<AccountId>(DateTimeOffset.UtcNow), "new@example.org", null, [], DateTimeOffset.UtcNow));
            (await db.SaveChangesAsync()).Should().BePositive();
        }

        var sequence = await raw.ForgeEntry("registry", null);
        await Withdraw(database);

        await Start(database);

        (await Send(database, new SealAudit())).Refused.Should().ContainSingle().Which.Should().Be(new RefusedEntry("registry", sequence, "authenticatorInvalid"));
        (await Send(database, new VerifyAudit(Language.English))).FirstBroken.Should().BeEquivalentTo(new { Resource = "registry", Sequence = sequence, Code = "authenticatorInvalid" });
    }

    /// <summary>As the version before the migration left it: columns and authenticators are gone, and what is in the trail stays.</summary>
    private async Task<TestDatabase> GivenEarlierDatabase()
    {
        var database = await TestDatabase.Prepared(provider);
        await using var db = database.Open();
        var migrations = db.Database.GetMigrations().ToList();
        var before = migrations[migrations.FindIndex(name => name.EndsWith("_AuthenticateAuditEntries", StringComparison.Ordinal)) - 1];
        await db.GetService<IMigrator>().MigrateAsync(before);
        await Withdraw(database);

        return database;
    }

    /// <summary>Makes the next start prepare the database again, as a new build does.</summary>
    private static async Task Withdraw(TestDatabase database)
    {
        await using var db = database.Open();
        (await db.Set<LoadedFile>().Where(file => file.Name == "program").ExecuteDeleteAsync()).Should().Be(1);
    }

    private static async Task Start(TestDatabase database)
    {
        await using var program = database.Program();
        await TestDatabase.Start(program);
    }

    private static async Task<TAnswer> Send<TAnswer>(TestDatabase database, IRequest<TAnswer> request)
    {
        await using var program = database.Program();
        await using var scope = program.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RequestContext>().SetCaller(Caller.Program, Origin.Unknown);

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
