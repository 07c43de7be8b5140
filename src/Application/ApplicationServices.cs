using Compliance.Application.Access;
using Compliance.Application.Accounts;
using Compliance.Application.Agreements;
using Compliance.Application.Assessments;
using Compliance.Application.Audit;
using Compliance.Application.Calendars;
using Compliance.Application.Decisions;
using Compliance.Application.Evidence;
using Compliance.Application.Idempotency;
using Compliance.Application.Institutions;
using Compliance.Application.Instruments;
using Compliance.Application.JointServices;
using Compliance.Application.Obligations;
using Compliance.Application.Results;
using Compliance.Domain.Agreements;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Application;

public static class ApplicationServices
{
    /// <summary>Registers every use case of this assembly.</summary>
    /// <param name="mappingLicence">AutoMapper's licence key; null if the operator has none.</param>
    /// <param name="agreements">Replaces the default terms of agreements.</param>
    public static IServiceCollection AddApplication(
        this IServiceCollection services, AccessSettings settings, string? mappingLicence, AgreementTerms? agreements = null)
    {
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssembliesOf(typeof(ApplicationServices))
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithTransientLifetime()
            .AddClasses(classes => classes.AssignableTo(typeof(IValidator<>)), publicOnly: false).AsImplementedInterfaces().WithSingletonLifetime());
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(AuthorizationBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(RepeatBehaviour<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(AuditBehaviour<,>));
        services.AddAutoMapper(mapping => mapping.LicenseKey = mappingLicence, typeof(ApplicationServices));
        services.AddSingleton<InstrumentLibrary>();
        services.AddSingleton<KnownInstitutions>();
        services.AddSingleton<LatestPublication>();
        services.AddSingleton(settings);
        services.AddSingleton(agreements ?? new AgreementTerms());
        services.AddSingleton<KnownCallers>();
        services.AddSingleton<SheetSummaries>();
        services.AddScoped<RequestContext>();
        services.AddScoped<CallerLookup>();
        services.AddScoped<IdempotencyKeys>();
        services.AddScoped<SessionTokens>();
        services.AddScoped<Invitations>();
        services.AddScoped<SheetQueries>();
        services.AddScoped<SheetChanges>();
        services.AddScoped<ProgressQueries>();
        services.AddScoped<AssessmentQueries>();
        services.AddScoped<AssessmentChanges>();
        services.AddScoped<EvidenceIntake>();
        services.AddScoped<EvidenceQuotaChecks>();
        services.AddScoped<AgreementDrafts>();
        services.AddScoped<AgreementRegister>();
        services.AddScoped<AgreementQueries>();
        services.AddScoped<AnnouncementPublisher>();
        services.AddScoped<ParticipantPresenter>();
        services.AddScoped<Corrections>();
        services.AddScoped<ObligationQueries>();
        services.AddScoped<CalendarFeedLookup>();

        return services;
    }
}
