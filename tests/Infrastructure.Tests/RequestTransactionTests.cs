using Compliance.Application.Access;
using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Tests;

/// <summary>What a request committed is answered as committed, whatever happens to the effects that waited for the commit.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class RequestTransactionTests(string provider)
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);

    private TestDatabase database = null!;
    private ServiceProvider program = null!;

    [OneTimeSetUp]
    public async Task Migrate()
    {
        database = await TestDatabase.Migrated(provider);
        program = database.Program();
    }

    [OneTimeTearDown]
    public async Task Drop()
    {
        if (program is not null)
        {
            await program.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Test]
    public async Task A_failure_of_the_storage_after_the_commit_keeps_what_is_committed_and_the_other_effects()
    {
        await using var request = program.CreateAsyncScope();
        var (db, transaction) = Open(request);
        var account = Add(db);
        await db.SaveChangesAsync();
        var others = 0;
        await db.AfterCommit(() => throw new IOException("The disk is gone."));
        await db.AfterCommit(() => Task.FromResult(++others));
        others.Should().Be(0, "effects wait for the commit");

        await transaction.Commit();

        others.Should().Be(1);
        (await IsStored(account)).Should().BeTrue();
    }

    [Test]
    public async Task A_mistake_in_an_effect_is_not_hidden()
    {
        await using var request = program.CreateAsyncScope();
        var (db, transaction) = Open(request);
        await db.AfterCommit(() => throw new InvalidOperationException("A mistake of the program."));

        await FluentActions.Awaiting(transaction.Commit).Should().ThrowAsync<InvalidOperationException>();
    }

    [Test]
    public async Task What_is_rolled_back_has_no_effect()
    {
        await using var request = program.CreateAsyncScope();
        var (db, transaction) = Open(request);
        var account = Add(db);
        await db.SaveChangesAsync();
        var effects = 0;
        await db.AfterCommit(() => Task.FromResult(++effects));

        await transaction.Rollback();
        await transaction.Commit();

        effects.Should().Be(0);
        (await IsStored(account)).Should().BeFalse();
    }

    private static (ComplianceDbContext, IRequestTransaction) Open(AsyncServiceScope request)
    {
        var context = request.ServiceProvider.GetRequiredService<RequestContext>();
        context.SetCaller(Caller.Program, Origin.Unknown);
        context.Begin("test", null);
        var transaction = request.ServiceProvider.GetRequiredService<IRequestTransaction>();
        transaction.Open(first: null);

        return (request.ServiceProvider.GetRequiredService<ComplianceDbContext>(), transaction);
    }

    private static Account Add(ComplianceDbContext db)
    {
        var id = EntityId.New<AccountId>(Noon);
        var account = Account.Invite(id, $"{id.Value:N}@example.org", null, [], Noon);
        db.Accounts.Add(account);

        return account;
    }

    private async Task<bool> IsStored(Account account)
    {
        await using var db = database.Open();

        return await db.Accounts.IgnoreQueryFilters().AnyAsync(each => each.Id == account.Id);
    }
}
