using Compliance.Application.Audit;
using Compliance.Infrastructure.Hosting;
using Compliance.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Audit;

internal static class AuditServices
{
    public static void AddAudit(this IServiceCollection services, AuditSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<AuditKeys>(provider =>
        {
            using var scope = provider.CreateScope();

            return settings.Load(() => scope.ServiceProvider.GetRequiredService<ComplianceDbContext>().Checkpoints.Any());
        });
        services.AddTransient<ITableComparison, TableComparison>();
        services.AddTransient<IPipelineBehavior<SealAudit, AuditSealed>, RefusedEntriesLog>();
        services.AddRecurring(settings.Interval, new SealAudit());
    }
}
