using System.Globalization;
using System.Text.RegularExpressions;

// The one place where they are parsed.
#pragma warning disable RS0030
namespace Compliance.Domain.Common;

/// <summary>
/// Reads the days, years and instants that enter the program, wherever they enter: JSON, query, form, CSV, command line. All lie between
/// <see cref="FirstYear"/> and <see cref="LastYear"/>, so that no deadline, reminder or time zone leads beyond what can be computed.
/// </summary>
public static partial class DateInput
{
    /// <summary>The year of independence; nothing that is recorded here is older.</summary>
    public const int FirstYear = 1945;

    /// <summary>Later dates that cannot be meant are refused by their own rules, such as a signature in the future; all sums of dates stay far below the year 9999.</summary>
    public const int LastYear = 2999;

    public static readonly DateOnly FirstDay = new(FirstYear, 1, 1);
    public static readonly DateOnly LastDay = new(LastYear, 12, 31);

    public static readonly DomainError NotADay = DomainError.Invalid(
        "notADay", "Harus berupa tanggal, misalnya 2024-01-31.", "This must be a date, such as 2024-01-31.");

    public static readonly DomainError NotAnInstant = DomainError.Invalid(
        "notAnInstant",
        "Harus berupa waktu menurut RFC 3339 dengan zona waktu, misalnya 2024-01-31T09:00:00Z atau 2024-01-31T09:00:00+07:00.",
        "This must be an instant by RFC 3339 with its offset, such as 2024-01-31T09:00:00Z or 2024-01-31T09:00:00+07:00.");

    public static readonly DomainError OutOfRange = DomainError.Invalid(
        "dateOutOfRange",
        $"Tanggal dan tahun harus antara {FirstYear} dan {LastYear}.",
        $"Dates and years must be between {FirstYear} and {LastYear}.");

    /// <summary>More digits of a second than anything sends.</summary>
    private const int LongestInstant = 64;

    private const string DayFormat = "yyyy-MM-dd";
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    public static bool Contains(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>Reads <c>yyyy-MM-dd</c>. Returns the error, or null.</summary>
    public static DomainError? ReadDay(string text, out DateOnly day) =>
        !DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? NotADay
        : Contains(day.Year) ? null
        : OutOfRange;

    /// <summary>
    /// Reads an instant by RFC 3339 as UTC. The offset is required; <c>t</c> and <c>z</c> may be lower-case. Digits beyond the seventh of a second are cut off.
    /// Leap seconds are refused, because neither .NET nor the databases have them. Returns the error, or null.
    /// </summary>
    public static DomainError? ReadInstant(string text, out DateTimeOffset instant)
    {
        instant = default;

        if (text.Length > LongestInstant || InstantForm().Match(text) is not { Success: true } form)
        {
            return NotAnInstant;
        }

        var offset = form.Groups["offset"].ValueSpan is "Z" or "z" ? "+00:00" : form.Groups["offset"].ValueSpan;
        var plain = $"{form.Groups["day"].ValueSpan}T{form.Groups["time"].ValueSpan}{form.Groups["fraction"].ValueSpan}{offset}";

        // Around the first and the last year that .NET knows, an offset leads out of the calendar: not readable, but clearly out of range.
        if (!Contains(int.Parse(form.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)))
        {
            return DateTime.TryParseExact(plain[..^offset.Length], InstantFormat[..^3], CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? OutOfRange : NotAnInstant;
        }

        if (!DateTimeOffset.TryParseExact(plain, InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return NotAnInstant;
        }

        instant = read.ToUniversalTime();

        return Contains(instant.Year) ? null : OutOfRange;
    }

    [GeneratedRegex(@"^(?<day>(?<year>[0-9]{4})-[0-9]{2}-[0-9]{2})[Tt](?<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(?:(?<fraction>\.[0-9]{1,7})[0-9]*)?(?<offset>[Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex InstantForm();
}
