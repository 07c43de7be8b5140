using Compliance.Infrastructure.Persistence;

namespace Compliance.Infrastructure.Tests;

/// <summary>The first two need no server, so a forgotten migration fails on every machine.</summary>
public sealed class MigrationTests
{
    private static readonly SqliteComplianceDbContext Sqlite =
        new(new DbContextOptionsBuilder<SqliteComplianceDbContext>().UseSqlite("Data Source=:memory:").Options);

    private static readonly PostgresComplianceDbContext Postgres =
        new(new DbContextOptionsBuilder<PostgresComplianceDbContext>().UseNpgsql("Host=nowhere").Options);

    [Test]
    public void Both_providers_tell_the_same_story()
    {
        Names(Sqlite).Should().NotBeEmpty();
        Names(Postgres).Should().Equal(Names(Sqlite), "every change is added to both, under one name, with scripts/migration");
    }

    [Test]
    public void The_model_has_no_change_without_a_migration() =>
        new ComplianceDbContext[] { Sqlite, Postgres }.Should().OnlyContain(db => !db.Database.HasPendingModelChanges());

    [TestCase("sqlite")]
    [TestCase("postgresql")]
    public async Task Migrating_an_empty_database_twice_is_fine(string provider)
    {
        await using var database = await TestDatabase.Migrated(provider);
        await using var db = database.Open();

        await db.Database.MigrateAsync();

        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
        (await db.Institutions.CountAsync()).Should().Be(0);
    }

    // Readers never wait for a writer, and no row refers to nothing; SQLite must be told both.
    [Test]
    public async Task The_embedded_database_runs_with_a_log_and_with_foreign_keys()
    {
        await using var database = await TestDatabase.Migrated("sqlite");
        await using var db = database.Open();

        (await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync()).Should().Be("wal");
        (await db.Database.SqlQuery<int>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync()).Should().Be(1);
    }

    [OneTimeTearDown]
    public void Dispose()
    {
        Sqlite.Dispose();
        Postgres.Dispose();
    }

    // "20260504123015_AddAgreements" is "AddAgreements": the timestamps may differ, the names may not.
    private static IEnumerable<string> Names(ComplianceDbContext db) => db.Database.GetMigrations().Select(migration => migration[15..]);
}
