using System.Globalization;
using Compliance.Domain.Contacts;
using Compliance.Domain.Obligations;
using Compliance.Domain.Reminders;

namespace Compliance.Application.Reminders;

/// <summary>The settings of reminders: the steps of each post, and how often the program checks. Validated at startup.</summary>
/// <param name="Duties">The steps for commitments and corrective actions.</param>
/// <param name="AgreementEnds">The steps for the ends of agreements.</param>
/// <param name="Interval">How often the program looks for new reminders.</param>
/// <param name="SendInterval">How often it sends waiting messages.</param>
public sealed record ReminderSettings(EscalationRule Duties, EscalationRule AgreementEnds, TimeSpan Interval, TimeSpan SendInterval)
{
    public static readonly ReminderSettings Usual = Of(_ => null, null, null);

    private const int Furthest = 3650;

    /// <summary>Throws for an invalid value, with the name of its setting. A configured list of days, even an empty one, replaces the default.</summary>
    /// <param name="daysOf">Returns the days of an audience by the name of its setting, such as <c>-30,-7,-1</c>; null if it is not set.</param>
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
