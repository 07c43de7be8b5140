using Compliance.Domain.Common;
using Compliance.Domain.Obligations;

namespace Compliance.Domain.Reminders;

/// <summary>The texts of reminders and daily digests, in both languages.</summary>
public static class ReminderText
{
    public static LocalizedText Of(ObligationKind kind) => kind switch
    {
        ObligationKind.CorrectiveAction => new("Tindakan korektif", "Corrective action"),
        ObligationKind.Deadline => new("Tenggat komitmen", "Commitment deadline"),
        _ => new("Berakhirnya perjanjian", "End of agreement"),
    };

    public static LocalizedText Of(ObligationProgress progress) => progress switch
    {
        ObligationProgress.Open => new("Terbuka", "Open"),
        ObligationProgress.Reported => new("Dilaporkan selesai", "Reported as completed"),
        _ => new("Selesai", "Completed"),
    };

    public static LocalizedText Of(Reminder reminder)
    {
        var (kind, when) = (Of(reminder.Kind), When(reminder.DueOn, reminder.Day));
        var title = $"{reminder.Title} ({reminder.Owner})";

        return new(
            $"{kind.Id}: {title}, {Dates.Indonesian(reminder.DueOn)}, {when.Id}.",
            $"{kind.En}: {title}, {Dates.English(reminder.DueOn)}, {when.En}.");
    }

    /// <summary>Writes one message with all reminders of a recipient for a day.</summary>
    public static (string Subject, string Body) Digest(IEnumerable<Reminder> reminders, DateOnly day, Language language)
    {
        var lines = reminders
            .OrderBy(reminder => reminder.DueOn).ThenBy(reminder => reminder.Title, StringComparer.Ordinal).ThenBy(reminder => reminder.Subject)
            .Select(reminder => $"- {reminder.Words.In(language)}")
            .Distinct()
            .ToList();
        var subject = new LocalizedText(
            $"Pengingat tindak lanjut {Dates.Indonesian(day)}: {lines.Count} hal",
            $"Follow-up reminder for {Dates.English(day)}: {lines.Count} {(lines.Count == 1 ? "item" : "items")}");
        var greeting = new LocalizedText("Hal yang perlu diperhatikan hari ini:", "The following needs your attention today:");
        var farewell = new LocalizedText(
            "Pesan ini dikirim secara otomatis. Rinciannya dapat dilihat pada daftar tindak lanjut.",
            "This message was sent automatically. The details are in the follow-up list.");

        return (subject.In(language), string.Join('\n', [greeting.In(language), "", .. lines, "", farewell.In(language), ""]));
    }

    private static LocalizedText When(DateOnly dueOn, DateOnly today) => (dueOn.DayNumber - today.DayNumber) switch
    {
        0 => new("hari ini", "today"),
        > 0 and var left => new($"{left} hari lagi", left == 1 ? "in 1 day" : $"in {left} days"),
        var left => new($"sudah lewat {-left} hari", left == -1 ? "1 day ago" : $"{-left} days ago"),
    };
}
