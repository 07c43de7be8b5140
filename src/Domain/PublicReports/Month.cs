using System.Globalization;
using Compliance.Domain.Common;

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

    /// <summary>Returns the last month that is over at the end of a day.</summary>
    public static Month LastEndedOn(DateOnly day) =>
        day.Day == DateTime.DaysInMonth(day.Year, day.Month) ? Of(day) : Of(day).Previous;

    /// <summary>Reads <c>yyyy-MM</c> within the years of <see cref="DateInput"/>.</summary>
    public static bool TryRead(string text, out Month month)
    {
        var error = DateInput.ReadDay($"{text}-01", out var day);
        month = Of(day);

        return error is null;
    }

    public override string ToString() => FirstDay.ToString(Format, CultureInfo.InvariantCulture);
}
