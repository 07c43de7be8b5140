using Compliance.Application.Common;
using Compliance.Domain.Access;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence;

namespace Compliance.Infrastructure.Tests;

public sealed class ConflictRetriesTests
{
    private TestDatabase database = null!;
    private ComplianceDbContext db = null!;

    [SetUp]
    public async Task Open()
    {
        database = await TestDatabase.Empty(StorageSettings.Sqlite);
        db = database.Open();
    }

    [TearDown]
    public async Task Close()
    {
        await db.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Work_that_meets_no_other_writer_runs_once()
    {
        var runs = 0;

        (await db.RetryOnConflict(3, () => Task.FromResult(++runs))).Should().Be(1);
    }

    [Test]
    public async Task Work_is_repeated_until_it_meets_no_conflict()
    {
        var runs = 0;

        (await db.RetryOnConflict(3, () => ++runs < 3 ? Conflict() : Task.FromResult(runs))).Should().Be(3);
    }

    [Test]
    public async Task The_last_conflict_is_the_answer()
    {
        var runs = 0;
        var act = () => db.RetryOnConflict(3, () =>
        {
            runs++;

            return Conflict();
        });

        (await act.Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(ConcurrencyErrors.ChangedMeanwhile);
        runs.Should().Be(3);
    }

    [Test]
    public async Task Another_answer_can_stand_for_the_last_conflict()
    {
        var act = () => db.RetryOnConflict(2, Conflict, exhausted: AccessErrors.SignInRefused);

        (await act.Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(AccessErrors.SignInRefused);
    }

    [Test]
    public async Task Any_other_refusal_passes_at_once()
    {
        var runs = 0;
        var act = () => db.RetryOnConflict(3, () =>
        {
            runs++;

            return Task.FromException<int>(new DomainException(ConcurrencyErrors.IdTaken));
        });

        (await act.Should().ThrowAsync<DomainException>()).Which.Error.Should().Be(ConcurrencyErrors.IdTaken);
        runs.Should().Be(1);
    }

    [Test]
    public async Task An_attempt_finds_nothing_of_the_one_before()
    {
        List<int> tracked = [];
        var resets = 0;
        var act = () => db.RetryOnConflict(
            3,
            () =>
            {
                tracked.Add(db.ChangeTracker.Entries().Count());
                db.Regions.Add(new($"{tracked.Count}", "Riau", null, RegionLevel.Province));

                return Conflict();
            },
            reset: () => resets++);

        await act.Should().ThrowAsync<DomainException>();
        tracked.Should().Equal(0, 0, 0);
        resets.Should().Be(3);
        db.ChangeTracker.Entries().Should().BeEmpty();
    }

    [Test]
    public async Task Work_without_a_result_is_repeated_alike()
    {
        var runs = 0;

        await db.RetryOnConflict(2, () => ++runs < 2 ? (Task)Conflict() : Task.CompletedTask);

        runs.Should().Be(2);
    }

    private static Task<int> Conflict() => Task.FromException<int>(new DomainException(ConcurrencyErrors.ChangedMeanwhile));
}
