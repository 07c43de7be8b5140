using System.Reflection;
using System.Text.Json;
using Compliance.Application.Common;
using Compliance.Domain.Assessments;
using Compliance.Domain.Common;
using Compliance.Domain.Cycles;
using Compliance.Domain.Institutions;
using Compliance.Domain.Instruments;
using Compliance.Domain.Results;
using Compliance.Domain.Scoring;
using Compliance.Infrastructure.Persistence.Conversions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Compliance.Infrastructure.Persistence;

/// <summary>The one model. Each provider gets a one-line subclass, so that each owns its migrations.</summary>
public abstract class ComplianceDbContext(DbContextOptions options) : DbContext(options), IComplianceDb
{
    private const int SqlitePrimaryKeyTaken = 1555;
    private const int SqliteUniqueTaken = 2067;

    public DbSet<Region> Regions => Set<Region>();

    public DbSet<Institution> Institutions => Set<Institution>();

    public DbSet<ServiceUnit> ServiceUnits => Set<ServiceUnit>();

    public DbSet<PublishedInstrument> Instruments => Set<PublishedInstrument>();

    public DbSet<Cycle> Cycles => Set<Cycle>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<SheetRow> Sheets => Set<SheetRow>();

    public DbSet<AnswerBatch> AnswerBatches => Set<AnswerBatch>();

    public DbSet<Result> Results => Set<Result>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<RepeatableAnswer> RepeatableAnswers => Set<RepeatableAnswer>();

    public DbSet<LoadedFile> LoadedFiles => Set<LoadedFile>();

    public void Forget() => ChangeTracker.Clear();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (DbUpdateException failure) when (IsRace(failure))
        {
            throw new DomainException(ResultErrors.ChangedMeanwhile);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Score>().HaveConversion<ScoreConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);

        foreach (var id in typeof(IEntityId<>).Assembly.GetTypes().Where(IsEntityId))
        {
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        }
    }

    /// <summary>Columns are named like the tables, so that people with SQL tools need no quotes.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(Assembly.GetExecutingAssembly());

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        }
    }

    private static bool IsEntityId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IEntityId<>));

    /// <summary>Another writer took the key or changed the row between our reading and our writing.</summary>
    private static bool IsRace(DbUpdateException failure) =>
        failure is DbUpdateConcurrencyException
        || failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure }
            or SqliteException { SqliteExtendedErrorCode: SqlitePrimaryKeyTaken or SqliteUniqueTaken };
}

public sealed class SqliteComplianceDbContext(DbContextOptions<SqliteComplianceDbContext> options) : ComplianceDbContext(options)
{
    /// <summary>SQLite has no type for instants.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTextConverter>();
    }
}

public sealed class PostgresComplianceDbContext(DbContextOptions<PostgresComplianceDbContext> options) : ComplianceDbContext(options)
{
    /// <summary>Text is compared byte by byte, as SQLite does, whatever the collation of the server.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
