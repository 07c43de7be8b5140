using System.Globalization;
using Compliance.Domain.Common;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Reminders;

/// <summary>What a reminder and a day's digest say, in both languages.</summary>
public static class ReminderText
{
    public static LocalizedText Of(ObligationKind kind) => kind switch
    {
        ObligationKind.CorrectiveAction => new("Tindakan korektif", "Corrective action"),
        ObligationKind.Deadline => new("Tenggat komitmen", "Deadline of a commitment"),
        _ => new("Berakhirnya perjanjian", "End of an agreement"),
    };

    public static LocalizedText Of(ObligationProgress progress) => progress switch
    {
        ObligationProgress.Open => new("Terbuka", "Open"),
        ObligationProgress.Reported => new("Dilaporkan selesai", "Reported done"),
        _ => new("Selesai", "Settled"),
    };

    public static LocalizedText Of(Reminder reminder)
    {
        var (kind, when) = (Of(reminder.Kind), When(reminder.DueOn, reminder.Day));
        var (due, title) = (Written(reminder.DueOn), $"{reminder.Title} ({reminder.Owner})");

        return new($"{kind.Id}: {title}, {due}, {when.Id}.", $"{kind.En}: {title}, {due}, {when.En}.");
    }

    /// <summary>One message for all that a recipient is told on a day.</summary>
    public static (string Subject, string Body) Digest(IEnumerable<Reminder> reminders, DateOnly day, Language language)
    {
        var lines = reminders
            .OrderBy(reminder => reminder.DueOn).ThenBy(reminder => reminder.Title, StringComparer.Ordinal).ThenBy(reminder => reminder.Subject)
            .Select(reminder => $"- {reminder.Words.In(language)}")
            .Distinct()
            .ToList();
        var subject = new LocalizedText($"Pengingat tindak lanjut {Written(day)}: {lines.Count} hal", $"Follow-up reminder of {Written(day)}: {lines.Count} matters");
        var greeting = new LocalizedText("Yang perlu diperhatikan hari ini:", "What needs attention today:");
        var farewell = new LocalizedText(
            "Pesan ini dikirim oleh program. Selengkapnya ada di daftar tindak lanjut.", "The program sent this message. The follow-up list has the details.");

        return (subject.In(language), string.Join('\n', [greeting.In(language), "", .. lines, "", farewell.In(language), ""]));
    }

    private static LocalizedText When(DateOnly dueOn, DateOnly today) => (dueOn.DayNumber - today.DayNumber) switch
    {
        0 => new("hari ini", "today"),
        > 0 and var left => new($"{left} hari lagi", left == 1 ? "in 1 day" : $"in {left} days"),
        var left => new($"lewat {-left} hari", left == -1 ? "1 day ago" : $"{-left} days ago"),
    };

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
