using System.Globalization;

namespace Compliance.Domain.PublicReports;

/// <summary>A calendar month, written <c>2024-03</c>.</summary>
public readonly record struct Month(int Year, int Number)
{
    public const string Format = "yyyy-MM";

    public DateOnly FirstDay => new(Year, Number, 1);

    public Month Previous => Of(FirstDay.AddDays(-1));

    public static bool operator <(Month left, Month right) => left.FirstDay < right.FirstDay;

    public static bool operator >(Month left, Month right) => left.FirstDay > right.FirstDay;

    public static bool operator <=(Month left, Month right) => left.FirstDay <= right.FirstDay;

    public static bool operator >=(Month left, Month right) => left.FirstDay >= right.FirstDay;

    public static Month Of(DateOnly day) => new(day.Year, day.Month);

    public static bool TryRead(string text, out Month month)
    {
        var readable = DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        month = Of(day);

        return readable;
    }

    public override string ToString() => FirstDay.ToString(Format, CultureInfo.InvariantCulture);
}
