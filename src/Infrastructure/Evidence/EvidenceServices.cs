using Compliance.Application.Evidence;
using Compliance.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Evidence;

internal static class EvidenceServices
{
    private static readonly TimeSpan fileCheckInterval = TimeSpan.FromDays(1);

    public static void AddEvidence(this IServiceCollection services, EvidenceSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IEvidenceStore, EvidenceFolder>();
        _ = settings.ClamAv is null ? services.AddSingleton<IScanner, NoScanner>() : services.AddSingleton<IScanner, ClamAv>();
        services.AddRecurring(
            settings.SweepInterval,
            new SweepEvidence(WithFiles: false),
            instead: (fileCheckInterval, new SweepEvidence(WithFiles: true)),
            isOutage: problem => problem is IOException or UnauthorizedAccessException);
    }
}
