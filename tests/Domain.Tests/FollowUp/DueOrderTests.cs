using Compliance.Domain.FollowUp;

namespace Compliance.Domain.Tests.FollowUp;

public sealed class DueOrderTests
{
    [FsCheck.NUnit.Property(MaxTest = 500)]
    public void The_beginning_of_two_ordered_lists_is_the_beginning_of_all(byte[] left, byte[] right, byte limit)
    {
        var (one, other) = (Rows(left, 0), Rows(right, 1000));
        var most = limit % 20;

        var merged = DueOrder.Merge([.. one.Take(most)], [.. other.Take(most)], Key, most);

        merged.Should().Equal(one.Concat(other).OrderBy(Key).Take(most));
    }

    private static List<(DateOnly DueOn, Guid Id)> Rows(byte[] days, int first) =>
        [.. days.Select((day, place) => (new DateOnly(2024, 1, 1).AddDays(day % 8), new Guid(first + place, 0, 0, new byte[8]))).OrderBy(Key)];

    private static (DateOnly DueOn, Guid Id) Key((DateOnly DueOn, Guid Id) row) => row;
}
