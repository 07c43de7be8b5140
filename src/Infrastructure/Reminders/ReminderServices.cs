using Compliance.Application.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Reminders;

internal static class ReminderServices
{
    public static void AddReminders(this IServiceCollection services, ReminderSettings settings, SmtpSettings? smtp)
    {
        services.AddSingleton(settings);
        services.AddSingleton<INotifier>(smtp is null ? new NoNotifier() : new SmtpNotifier(smtp));
        services.AddHostedService<ReminderWatch>();
        services.AddHostedService<OutboxWatch>();
    }
}
