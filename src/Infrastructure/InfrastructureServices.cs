using Compliance.Application.Access;
using Compliance.Application.Assessments;
using Compliance.Application.Audit;
using Compliance.Application.Common;
using Compliance.Application.Decisions;
using Compliance.Application.Evidence;
using Compliance.Application.Exports;
using Compliance.Application.Idempotency;
using Compliance.Application.Institutions;
using Compliance.Application.Reminders;
using Compliance.Infrastructure.Agreements;
using Compliance.Infrastructure.Audit;
using Compliance.Infrastructure.Evidence;
using Compliance.Infrastructure.Exports;
using Compliance.Infrastructure.Hosting;
using Compliance.Infrastructure.Identity;
using Compliance.Infrastructure.Persistence;
using Compliance.Infrastructure.Reminders;
using Compliance.Infrastructure.Seeding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Compliance.Infrastructure;

public static class InfrastructureServices
{
    private static readonly TimeSpan forgetsResponsesEvery = TimeSpan.FromHours(1);

    /// <summary>Registers the configured database, and the services that fill it at startup.</summary>
    public static IServiceCollection AddInfrastructure(
        this IServiceCollection services, StorageSettings settings, AuditSettings audit, ProtectionSettings protection,
        EvidenceSettings? evidence = null, ReminderSettings? reminders = null, SmtpSettings? smtp = null)
    {
        services.AddSingleton(settings);

        // An aggregate is read with all its collections by one query: split into several outside a snapshot, they could show two states.
        _ = settings.Provider switch
        {
            StorageSettings.Sqlite => services.AddContext<SqliteComplianceDbContext>(options => options.UseSqlite(
                // A list is passed as one parameter: with one parameter for each element, no query that filters by scopes could be cached.
                settings.ConnectionString,
                sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter).UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))),
            StorageSettings.Postgres => services.AddContext<PostgresComplianceDbContext>(options => options.UseNpgsql(
                settings.ConnectionString, postgres => postgres.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))),
            _ => throw new InvalidOperationException($"Database:Provider is '{settings.Provider}'; it must be sqlite or postgresql."),
        };
        services.AddScoped<IComplianceDb>(provider => provider.GetRequiredService<ComplianceDbContext>());
        services.AddScoped<IRequestTransaction>(provider => provider.GetRequiredService<ComplianceDbContext>().Transaction);
        services.AddScoped<IStoredResponses, StoredResponses>();
        services.AddScoped<ISheetStore, SheetStore>();
        services.AddScoped<IDecisionStore, DecisionStore>();
        services.AddScoped<IInstitutionLocks, InstitutionLocks>();
        services.AddSingleton(_ => CommonPasswordsFile.Load(settings.ShippedPath));
        services.AddSingleton(_ => ScopeItemsFile.Load(settings.ShippedPath));
        services.AddIdentity(protection);
        services.AddScoped<DemoAccounts>();
        services.AddScoped<DemoSeed>();
        services.AddScoped<JointServiceDemo>();
        services.AddSingleton<IExportFiles, ExportFolder>();
        services.AddSingleton<IDataDisk, DataDisk>();
        services.AddSingleton<Readiness>();
        services.AddSingleton<WriteProbe>();
        services.AddHostedService<Preparation>();
        services.AddRecurring(settings.PollInterval, new PublishDue());
        services.AddRecurring(forgetsResponsesEvery, new ForgetResponses());
        services.AddAudit(audit);
        services.AddEvidence(evidence ?? EvidenceSettings.Usual);
        services.AddReminders(reminders ?? ReminderSettings.Usual, smtp);

        return services;
    }

    /// <summary>Pooled contexts; each gets its request when it is leased.</summary>
    private static IServiceCollection AddContext<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> options)
        where TContext : ComplianceDbContext
    {
        services.AddDbContextPool<TContext>(builder =>
        {
            options(builder);
            builder.ConfigureWarnings(LogLostRacesAsDebug);
        });
        services.AddScoped<ComplianceDbContext>(provider =>
        {
            // The scope returns its lease to the pool once. A context from a factory would be returned by each service that resolves it.
            var db = provider.GetRequiredService<TContext>();
            db.SetRequestContext(
                provider.GetRequiredService<RequestContext>(),
                provider.GetRequiredService<TimeProvider>(),
                () => provider.GetRequiredService<AuditKeys>().Current);

            return db;
        });

        return services;
    }

    /// <summary>A lost race is retried or answered with 409; a real failure is logged once, where it is answered with 500 or 503.</summary>
    private static void LogLostRacesAsDebug(WarningsConfigurationBuilder warnings) => warnings.Log(
        (CoreEventId.SaveChangesFailed, LogLevel.Debug),
        (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug),
        (CoreEventId.QueryIterationFailed, LogLevel.Debug),
        (RelationalEventId.ConnectionError, LogLevel.Debug),
        (RelationalEventId.TransactionError, LogLevel.Debug),
        (RelationalEventId.CommandError, LogLevel.Debug));
}
