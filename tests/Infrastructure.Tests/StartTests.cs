using Compliance.Application.Results;
using Compliance.Domain.Institutions;
using Compliance.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Tests;

[TestFixture("sqlite")]
[TestFixture("postgresql")]
public sealed class StartTests(string provider)
{
    [Test]
    public async Task Two_that_start_at_once_on_an_empty_database_load_everything_once_and_a_later_one_nothing_again()
    {
        await using var database = await TestDatabase.Empty(provider);
        await using var one = database.Program(demo: true);
        await using var other = database.Program(demo: true);

        await Task.WhenAll(Task.Run(() => TestDatabase.Start(one)), Task.Run(() => TestDatabase.Start(other)));

        var loaded = await Content.Of(database);
        loaded.Should().BeEquivalentTo(new { Governments = 552, Instruments = 8, Publications = 1, Cycles = 1, Assessments = 6, Batches = 2, Superseded = 0 });
        loaded.Results.Should().BeGreaterThan(100);
        new[] { one, other }.Should().OnlyContain(program => program.GetRequiredService<LatestPublication>().Number == 1);

        await using var later = database.Program(demo: true);
        await TestDatabase.Start(later);

        (await Content.Of(database)).Should().Be(loaded);
    }

    [Test]
    public async Task Demo_data_may_follow_later()
    {
        await using var database = await TestDatabase.Prepared(provider);
        (await Content.Of(database)).Should().BeEquivalentTo(new { Governments = 552, Instruments = 8, Publications = 0, Results = 0, Cycles = 0 });

        await using var program = database.Program(demo: true);
        await TestDatabase.Start(program);

        (await Content.Of(database)).Should().BeEquivalentTo(new { Publications = 1, Cycles = 1, Assessments = 6 });
    }

    /// <summary>What a start puts into a database, counted; and when it did.</summary>
    private sealed record Content(
        int Governments, int Regions, int Instruments, int Publications, int Results, int Superseded, int Units, int Cycles, int Assessments, int Batches, DateTimeOffset Loaded)
    {
        public static async Task<Content> Of(TestDatabase database)
        {
            InstitutionKind[] governments = [InstitutionKind.Province, InstitutionKind.City, InstitutionKind.Regency];
            await using var db = database.Open();

            return new(
                await db.Institutions.CountAsync(institution => governments.Contains(institution.Kind)),
                await db.Regions.CountAsync(),
                await db.Instruments.CountAsync(),
                await db.Publications.CountAsync(),
                await db.Results.CountAsync(),
                await db.Results.CountAsync(result => result.Supersedes != null),
                await db.ServiceUnits.CountAsync(),
                await db.Cycles.CountAsync(),
                await db.Assessments.CountAsync(),
                await db.AuditEntries.CountAsync(entry => entry.UseCase == "putAnswers"),
                await db.Set<LoadedFile>().MaxAsync(file => file.LoadedAt));
        }
    }
}

public sealed class AbandonedStartTests
{
    /// <summary>An empty file in its place would be taken for somebody else's database and left without WAL.</summary>
    [Test]
    public async Task A_first_start_makes_a_database_that_survives_a_cut_of_power_and_is_read_while_written()
    {
        await using var database = await TestDatabase.Empty("sqlite");
        Directory.CreateDirectory(database.Settings.DataPath);
        await using var program = database.Program(demo: false);

        await TestDatabase.Start(program);

        await using var db = database.Open();
        (await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()).Should().Be("wal");
    }

    // EF Core waits for this row for ever; a process that was killed while it migrated leaves it behind.
    [Test]
    [CancelAfter(60_000)]
    public async Task A_migration_that_was_killed_does_not_block_the_next_start(CancellationToken cancellationToken)
    {
        await using var database = await TestDatabase.Empty("sqlite");
        await using (var db = database.Open())
        {
            Directory.CreateDirectory(database.Settings.DataPath);
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2023-06-01 05:00:00+00:00');
                """,
                cancellationToken);
        }

        await using var program = database.Program();
        await TestDatabase.Start(program).WaitAsync(cancellationToken);

        await using var after = database.Open();
        (await after.Instruments.CountAsync(cancellationToken)).Should().Be(8);
    }

    // A process that ended without a word leaves the lock's file, which nobody holds.
    [Test]
    public async Task A_lock_file_that_nobody_holds_does_not_block()
    {
        await using var database = await TestDatabase.Empty("sqlite");
        await File.WriteAllTextAsync(Path.Combine(database.Settings.DataPath, "start.lock"), "");

        await using var program = database.Program();
        await TestDatabase.Start(program);
    }
}

public sealed class StorageSettingsTests
{
    [Test]
    public void Demo_data_is_refused_outside_Development()
    {
        Refusal(demo: true, isDevelopment: false).Should().StartWith("Demo:Enabled is for Development only");
        Refusal(demo: false, isDevelopment: false).Should().BeNull();
        Refusal(demo: true, isDevelopment: true).Should().BeNull();
    }

    [TestCase(null, null, null)]
    [TestCase("", null, null)]
    [TestCase("sqlite", null, null)]
    [TestCase("postgresql", "Host=db", null)]
    [TestCase("postgresql", null, "Database:Provider is postgresql; ConnectionStrings:Compliance must name the database.")]
    [TestCase("postgresql", " ", "Database:Provider is postgresql; ConnectionStrings:Compliance must name the database.")]
    [TestCase("mysql", "Host=db", "Database:Provider is 'mysql'; it must be sqlite or postgresql.")]
    public void A_setting_that_cannot_work_is_named(string? provider, string? connection, string? refusal) =>
        Refusal(provider, connection).Should().Be(refusal);

    private static string? Refusal(string? provider = null, string? connection = null, bool demo = false, bool isDevelopment = true)
    {
        try
        {
            StorageSettings.Of(provider, connection, "data", "shipped", demo, isDevelopment, TimeSpan.FromSeconds(1));

            return null;
        }
        catch (InvalidOperationException refusal)
        {
            return refusal.Message;
        }
    }
}
