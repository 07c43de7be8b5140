using Compliance.Domain.Access;
using Compliance.Infrastructure.Persistence;

namespace Compliance.Infrastructure.Tests.Auditing;

/// <summary>Nothing audited is saved without its entry, and no entry stays of what was not saved.</summary>
[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class AuditedSaveTests(string provider)
{
    private static readonly DateTimeOffset Noon = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);

    private TestDatabase database = null!;

    [OneTimeSetUp]
    public async Task Migrate() => database = await TestDatabase.Migrated(provider);

    [OneTimeTearDown]
    public async Task Drop()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Test]
    public async Task Outside_a_use_case_nothing_is_written()
    {
        await using var db = database.Open();
        db.SetRequestContext(new(), TimeProvider.System, database.AuditKey);
        var account = Add(db, "outside@example.org");

        await FluentActions.Awaiting(() => db.SaveChangesAsync()).Should().ThrowAsync<InvalidOperationException>().WithMessage("Outside a use case*");

        await ShouldBeUnknown(account);
    }

    [Test]
    public async Task What_is_audited_is_not_saved_synchronously()
    {
        await using var db = database.Open();
        var account = Add(db, "synchronous@example.org");

        db.Invoking(each => each.SaveChanges()).Should().Throw<NotSupportedException>();

        await ShouldBeUnknown(account);
    }

    [Test]
    public async Task A_refused_save_leaves_no_entry_and_its_context_can_save_again()
    {
        await using var db = database.Open();
        var first = Add(db, "first@example.org");
        (await db.SaveChangesAsync()).Should().BePositive();
        db.ClearTracking();
        var same = Account.Invite(first.Id, "same-id@example.org", null, [], Noon);
        db.Accounts.Add(same);

        (await FluentActions.Awaiting(() => db.SaveChangesAsync()).Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(ConcurrencyErrors.ChangedMeanwhile);

        (await EntriesOf(first)).Should().Be(1);
        db.ClearTracking();
        var second = Add(db, "second@example.org");
        (await db.SaveChangesAsync()).Should().BePositive();
        (await EntriesOf(second)).Should().Be(1);
    }

    [Test]
    public async Task A_writer_whose_place_was_taken_takes_the_next_one_and_saves_everything_once()
    {
        await using var slow = database.Open();
        var account = Add(slow, "raced@example.org");
        (await slow.SaveChangesAsync()).Should().BePositive();
        account.Change("Slow", [], disabled: false);
        await using var fast = database.Open();
        fast.RequestContext.AddAuditContent($"accounts/{account.Id.Value}", "{}");
        (await fast.SaveChangesAsync()).Should().BePositive();

        (await slow.SaveChangesAsync()).Should().BePositive();

        (await EntriesOf(account)).Should().Be(3);
        await using var db = database.Open();
        (await db.Accounts.SingleAsync(each => each.Id == account.Id)).Name.Should().Be("Slow");
        (await db.AuditEntries.Where(entry => entry.Resource == $"accounts/{account.Id.Value}").OrderBy(entry => entry.Sequence).Select(entry => entry.Sequence).ToListAsync())
            .Should().Equal(1, 2, 3);
    }

    private static Account Add(ComplianceDbContext db, string email)
    {
        var account = Account.Invite(EntityId.New<AccountId>(DateTimeOffset.UtcNow), email, null, [], Noon);
        db.Accounts.Add(account);

        return account;
    }

    private async Task ShouldBeUnknown(Account account)
    {
        await using var db = database.Open();
        (await db.Accounts.AnyAsync(each => each.Id == account.Id)).Should().BeFalse();
        (await EntriesOf(account)).Should().Be(0);
    }

    private async Task<int> EntriesOf(Account account)
    {
        await using var db = database.Open();

        return await db.AuditEntries.CountAsync(entry => entry.Resource == $"accounts/{account.Id.Value}");
    }
}
