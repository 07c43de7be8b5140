using Compliance.Application.Common;
using Compliance.Infrastructure.Persistence;
using Compliance.Infrastructure.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure;

public static class InfrastructureServices
{
    /// <summary>Registers the database that the settings name, and what fills it when the program starts.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, StorageSettings settings)
    {
        services.AddSingleton(settings);
        _ = settings.Provider switch
        {
            StorageSettings.Sqlite => services.AddDbContextPool<ComplianceDbContext, SqliteComplianceDbContext>(
                options => options.UseSqlite(settings.ConnectionString)),
            StorageSettings.Postgres => services.AddDbContextPool<ComplianceDbContext, PostgresComplianceDbContext>(
                options => options.UseNpgsql(settings.ConnectionString)),
            _ => throw new InvalidOperationException($"Database:Provider is '{settings.Provider}'; it must be sqlite or postgresql."),
        };
        services.AddScoped<IComplianceDb>(provider => provider.GetRequiredService<ComplianceDbContext>());
        services.AddSingleton<Readiness>();
        services.AddHostedService<Preparation>();

        return services;
    }
}
