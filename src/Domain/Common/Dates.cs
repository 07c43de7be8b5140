using System.Globalization;

namespace Compliance.Domain.Common;

/// <summary>Formats days, months and instants for messages: 14 Desember 2023 in Indonesian, 14 December 2023 in English.</summary>
public static class Dates
{
    /// <summary>Listed here, because the program runs with the invariant culture only.</summary>
    private static readonly string[] months =
        ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];

    public static string Indonesian(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {IndonesianMonth(day)}");

    public static string English(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string IndonesianMonth(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{months[day.Month - 1]} {day.Year}");

    public static string EnglishMonth(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    public static string Indonesian(DateTimeOffset instant) => string.Create(
        CultureInfo.InvariantCulture, $"{Indonesian(DateOnly.FromDateTime(instant.UtcDateTime))} pukul {instant.UtcDateTime:HH.mm.ss} UTC");

    public static string English(DateTimeOffset instant) => string.Create(
        CultureInfo.InvariantCulture, $"{English(DateOnly.FromDateTime(instant.UtcDateTime))} at {instant.UtcDateTime:HH:mm:ss} UTC");
}
