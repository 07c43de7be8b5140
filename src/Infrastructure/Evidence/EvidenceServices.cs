using Compliance.Application.Evidence;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Evidence;

internal static class EvidenceServices
{
    public static void AddEvidence(this IServiceCollection services, EvidenceSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<IEvidenceStore, EvidenceFolder>();
        _ = settings.ClamAv is null ? services.AddSingleton<IScanner, NoScanner>() : services.AddSingleton<IScanner, ClamAv>();
        services.AddHostedService<Sweeping>();
    }
}
