namespace Compliance.Domain.Tests.Common;

public sealed class DateInputTests
{
    [TestCase("2026-01-31T09:00:00Z", "2026-01-31T09:00:00.0000000Z")]
    [TestCase("2026-01-31t09:00:00z", "2026-01-31T09:00:00.0000000Z")]
    [TestCase("2026-01-31T09:00:00+07:00", "2026-01-31T02:00:00.0000000Z")]
    [TestCase("2026-01-01T00:30:00+09:00", "2025-12-31T15:30:00.0000000Z")]
    [TestCase("2026-01-31T09:00:00-03:30", "2026-01-31T12:30:00.0000000Z")]
    [TestCase("2026-01-31T09:00:00-00:00", "2026-01-31T09:00:00.0000000Z")]
    [TestCase("2026-01-31T09:00:00.5Z", "2026-01-31T09:00:00.5000000Z")]
    [TestCase("2026-01-31T09:00:00.1234567Z", "2026-01-31T09:00:00.1234567Z")]
    [TestCase("2026-01-31T09:00:00.123456789Z", "2026-01-31T09:00:00.1234567Z")]
    [TestCase("2026-01-31T09:00:00.99999999999Z", "2026-01-31T09:00:00.9999999Z")]
    [TestCase("2024-02-29T23:59:59+00:00", "2024-02-29T23:59:59.0000000Z")]
    [TestCase("1945-01-01T00:00:00Z", "1945-01-01T00:00:00.0000000Z")]
    [TestCase("2999-12-31T23:59:59.9999999Z", "2999-12-31T23:59:59.9999999Z")]
    public void An_instant_of_RFC_3339_is_read_as_UTC(string text, string utc)
    {
        DateInput.ReadInstant(text, out var instant).Should().BeNull();

        (instant.Offset, instant.UtcDateTime.ToString("O")).Should().Be((TimeSpan.Zero, utc));
    }

    [TestCase("2026-11-11 09:20")]
    [TestCase("2026-11-11T09:20:00")]
    [TestCase("2026-11-11T09:20Z")]
    [TestCase("2026-11-11 09:20:00Z")]
    [TestCase("11/12/2026")]
    [TestCase("2026-11-11")]
    [TestCase("20261111T092000Z")]
    [TestCase("2026-11-11T09:20:00+0700")]
    [TestCase("2026-11-11T09:20:00+07")]
    [TestCase("2026-11-11T09:20:00 07:00")]
    [TestCase("2026-11-11T09:20:00+15:00")]
    [TestCase("2026-11-11T09:20:00+07:60")]
    [TestCase("2026-11-11T09:20:00,5Z")]
    [TestCase("2026-11-11T09:20:00.Z")]
    [TestCase("2026-12-31T23:59:60Z")]
    [TestCase("2026-11-11T24:00:00Z")]
    [TestCase("2026-02-29T09:20:00Z")]
    [TestCase("2026-13-01T09:20:00Z")]
    [TestCase("2026-00-01T09:20:00Z")]
    [TestCase(" 2026-11-11T09:20:00Z")]
    [TestCase("2026-11-11T09:20:00Z\n")]
    [TestCase("٢٠٢٦-11-11T09:20:00Z")]
    [TestCase("12026-11-11T09:20:00Z")]
    [TestCase("1762820400")]
    [TestCase("")]
    public void Anything_else_is_no_instant(string text) => DateInput.ReadInstant(text, out _).Should().Be(DateInput.NotAnInstant);

    [Test]
    public void An_instant_of_endless_digits_is_no_instant() =>
        DateInput.ReadInstant($"2026-11-11T09:20:00.{new string('1', 1_000_000)}Z", out _).Should().Be(DateInput.NotAnInstant);

    [TestCase("1944-12-31T23:59:59Z")]
    [TestCase("1945-01-01T00:00:00+07:00")]
    [TestCase("2999-12-31T23:59:59-01:00")]
    [TestCase("0001-01-01T00:00:00Z")]
    [TestCase("0001-01-01T00:00:00+14:00")]
    [TestCase("9999-12-31T23:59:59-14:00")]
    public void An_instant_beyond_the_years_of_the_program_is_out_of_range(string text) => DateInput.ReadInstant(text, out _).Should().Be(DateInput.OutOfRange);

    [TestCase("1945-01-01")]
    [TestCase("2999-12-31")]
    [TestCase("2024-02-29")]
    public void A_day_is_read(string text)
    {
        DateInput.ReadDay(text, out var day).Should().BeNull();

        day.ToString("O").Should().Be(text);
    }

    [TestCase("2026-2-1")]
    [TestCase("2026-02-30")]
    [TestCase("01-02-2026")]
    [TestCase("2026-02-01T00:00:00Z")]
    [TestCase(" 2026-02-01")]
    [TestCase("")]
    public void Anything_else_is_no_day(string text) => DateInput.ReadDay(text, out _).Should().Be(DateInput.NotADay);

    [TestCase("0001-01-01")]
    [TestCase("1944-12-31")]
    [TestCase("3000-01-01")]
    [TestCase("9999-12-31")]
    public void A_day_beyond_the_years_of_the_program_is_out_of_range(string text) => DateInput.ReadDay(text, out _).Should().Be(DateInput.OutOfRange);

    [TestCase(1944, false)]
    [TestCase(1945, true)]
    [TestCase(2999, true)]
    [TestCase(3000, false)]
    public void Years_end_where_days_end(int year, bool contained) => DateInput.Contains(year).Should().Be(contained);
}
