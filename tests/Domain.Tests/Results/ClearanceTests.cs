using Compliance.Domain.Results;

namespace Compliance.Domain.Tests.Results;

public sealed class ClearanceTests
{
    private static readonly DateOnly Day = new(2024, 3, 20);

    [Test]
    public void Where_nothing_is_known_nothing_is_said() => Clearance.Of([], publishedClear: false).Should().Be(new Clearance(ClearanceStatus.Unknown, 0, null));

    [Test]
    public void What_was_announced_as_clear_is_clear() => Clearance.Of([], publishedClear: true).Should().Be(new Clearance(ClearanceStatus.Clear, 0, null));

    [TestCase(true)]
    [TestCase(false)]
    public void One_that_is_open_withholds_whatever_was_announced(bool announced) =>
        Clearance.Of([Day, null, null], announced).Should().Be(new Clearance(ClearanceStatus.Withheld, 2, null));

    [Test]
    public void The_last_resolution_releases() =>
        Clearance.Of([Day, Day.AddDays(60), Day.AddDays(-5)], publishedClear: false).Should().Be(new Clearance(ClearanceStatus.Clear, 0, Day.AddDays(60)));

    [RandomCases(500)]
    public void It_is_withheld_exactly_while_one_is_open(byte?[] days, bool announced)
    {
        var resolutions = days.Select(day => day is { } after ? Day.AddDays(after) : (DateOnly?)null).ToList();

        var clearance = Clearance.Of(resolutions, announced);

        clearance.OpenActions.Should().Be(resolutions.Count(day => day is null));
        (clearance.Status == ClearanceStatus.Withheld).Should().Be(clearance.OpenActions > 0);
        (clearance.ReleasedOn is not null).Should().Be(resolutions.Count > 0 && clearance.OpenActions == 0);
    }
}
