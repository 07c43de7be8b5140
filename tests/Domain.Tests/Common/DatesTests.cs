namespace Compliance.Domain.Tests.Common;

public sealed class DatesTests
{
    private static readonly DateOnly Day = new(2023, 12, 4);

    [Test]
    public void A_day_is_written_in_the_language_of_its_reader() => (Dates.Indonesian(Day), Dates.English(Day)).Should().Be(("4 Desember 2023", "4 December 2023"));

    [TestCase(1, "Januari 2024", "January 2024")]
    [TestCase(5, "Mei 2024", "May 2024")]
    [TestCase(8, "Agustus 2024", "August 2024")]
    [TestCase(10, "Oktober 2024", "October 2024")]
    public void So_is_a_month(int month, string indonesian, string english)
    {
        var day = new DateOnly(2024, month, 15);

        (Dates.IndonesianMonth(day), Dates.EnglishMonth(day)).Should().Be((indonesian, english));
    }

    [Test]
    public void An_instant_is_written_in_UTC()
    {
        var instant = new DateTimeOffset(2023, 12, 15, 1, 30, 5, TimeSpan.FromHours(7));

        (Dates.Indonesian(instant), Dates.English(instant)).Should().Be(("14 Desember 2023 pukul 18.30.05 UTC", "14 December 2023 at 18:30:05 UTC"));
    }
}
