using Compliance.Application.Reminders;
using Compliance.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.Infrastructure.Reminders;

internal static class ReminderServices
{
    public static void AddReminders(this IServiceCollection services, ReminderSettings settings, SmtpSettings? smtp)
    {
        services.AddSingleton(settings);
        services.AddSingleton<INotifier>(smtp is null ? new NoNotifier() : new SmtpNotifier(smtp));
        services.AddRecurring(settings.Interval, new RemindDue());
        services.AddRecurring(settings.SendInterval, new SendDue());
    }
}
