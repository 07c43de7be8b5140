using System.Globalization;
using Compliance.Domain.Contacts;
using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>Who is reminded when, and how often the program looks; checked once when it starts.</summary>
/// <param name="Duties">Of what somebody has to do.</param>
/// <param name="AgreementEnds">Of agreements that end.</param>
/// <param name="Interval">How often the program looks what a day brings.</param>
/// <param name="SendInterval">How often it looks what waits to be sent.</param>
public sealed record ReminderSettings(EscalationRule Duties, EscalationRule AgreementEnds, TimeSpan Interval, TimeSpan SendInterval)
{
    public static readonly ReminderSettings Usual = Of(_ => null, null, null);

    private const int Furthest = 3650;

    /// <summary>Refuses, with the setting's name, what cannot work. A list of days that is set replaces the usual one, an empty one too.</summary>
    /// <param name="daysOf">The days of an audience by the name of its setting, as <c>-30,-7,-1</c>; null where it is not set.</param>
    public static ReminderSettings Of(Func<string, string?> daysOf, double? seconds, double? sendSeconds) => new(
        new(
        [
            .. Enum.GetValues<ContactPost>().SelectMany(post => Steps(post, $"{post}", daysOf($"{post}"), EscalationRule.OfDuties)),
        ]),
        new([.. Steps(ContactPost.HeadOfAgency, "AgreementEnd", daysOf("AgreementEnd"), EscalationRule.OfAgreementEnds)]),
        Positive("Reminders:EverySeconds", seconds ?? 900),
        Positive("Reminders:SendEverySeconds", sendSeconds ?? 30));

    public EscalationRule RuleOf(ObligationKind kind) => kind == ObligationKind.AgreementEnd ? AgreementEnds : Duties;

    private static IEnumerable<EscalationStep> Steps(ContactPost post, string name, string? days, EscalationRule usual) => days is null
        ? usual.Steps.Where(step => step.Audience == post)
        : days.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(day => new EscalationStep(DayOf(name, day), post));

    private static int DayOf(string name, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day) && Math.Abs(day) <= Furthest
            ? day
            : throw new InvalidOperationException($"Reminders:{name} holds '{text}'; it must be days such as -30,-7,1, of {Furthest} at most.");

    private static TimeSpan Positive(string name, double seconds) =>
        seconds > 0 ? TimeSpan.FromSeconds(seconds) : throw new InvalidOperationException($"{name} is {seconds}; it must be more than 0.");
}
