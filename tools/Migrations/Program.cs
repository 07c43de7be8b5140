using System.Diagnostics.CodeAnalysis;
using Compliance.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations.Design;
using Microsoft.EntityFrameworkCore.Sqlite.Design.Internal;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Design.Internal;

[assembly: SuppressMessage("Usage", "EF1001:Internal EF Core API usage.", Justification = "The providers' design-time services are what dotnet ef uses itself.")]

// Adds one migration to both providers under one name: dotnet run --project tools/Migrations -- AddAgreements
if (args is not [var name])
{
    Console.Error.WriteLine("Usage: dotnet run --project tools/Migrations -- NAME");

    return 1;
}

var infrastructure = Path.GetFullPath(Path.Combine(Environment.CurrentDirectory, "src", "Infrastructure"));

if (!Directory.Exists(infrastructure))
{
    Console.Error.WriteLine("Run this from the folder of the solution.");

    return 1;
}

using var sqlite = new SqliteComplianceDbContext(new DbContextOptionsBuilder<SqliteComplianceDbContext>().UseSqlite("Data Source=design.db").Options);
using var postgres = new PostgresComplianceDbContext(new DbContextOptionsBuilder<PostgresComplianceDbContext>().UseNpgsql("Host=design").Options);

Scaffold(sqlite, new SqliteDesignTimeServices(), "Sqlite");
Scaffold(postgres, new NpgsqlDesignTimeServices(), "Postgres");

return 0;

void Scaffold(DbContext context, IDesignTimeServices provider, string folder)
{
    var services = new ServiceCollection().AddEntityFrameworkDesignTimeServices().AddDbContextDesignTimeServices(context);
    provider.ConfigureDesignTimeServices(services);
    using var built = services.BuildServiceProvider();
    using var scope = built.CreateScope();
    var scaffolder = scope.ServiceProvider.GetRequiredService<IMigrationsScaffolder>();
    var migration = scaffolder.ScaffoldMigration(name, "Compliance.Infrastructure", $"Persistence.Migrations.{folder}");
    var files = scaffolder.Save(infrastructure, migration, Path.Combine(infrastructure, "Persistence", "Migrations", folder), dryRun: false);
    Console.WriteLine($"{folder}: {Path.GetRelativePath(Environment.CurrentDirectory, files.MigrationFile!)}");
}
