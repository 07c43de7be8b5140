namespace Compliance.Domain.FollowUp;

/// <summary>What a day makes of something that is due.</summary>
public enum DueStatus
{
    Open,
    Overdue,
    Reported,
    Closed,
}

/// <summary>How many things that are due stand where.</summary>
public sealed record DueCounts(int Open, int Overdue, int Reported, int Closed)
{
    public static DueCounts Of(IReadOnlyCollection<DueStatus> all) => new(
        all.Count(each => each == DueStatus.Open),
        all.Count(each => each == DueStatus.Overdue),
        all.Count(each => each == DueStatus.Reported),
        all.Count(each => each == DueStatus.Closed));
}

public static class DueOrder
{
    /// <summary>
    /// Two lists, each in the order of due date and id, as the beginning of one in that order. It is right as far as <paramref name="most"/> where each list
    /// holds its first <paramref name="most"/> rows.
    /// </summary>
    public static IReadOnlyList<T> Merge<T>(IReadOnlyList<T> left, IReadOnlyList<T> right, Func<T, (DateOnly DueOn, Guid Id)> key, int most)
    {
        var merged = new List<T>(Math.Min(most, left.Count + right.Count));
        var (fromLeft, fromRight) = (0, 0);

        while (merged.Count < most && (fromLeft < left.Count || fromRight < right.Count))
        {
            var takesLeft = fromRight == right.Count || (fromLeft < left.Count && key(left[fromLeft]).CompareTo(key(right[fromRight])) <= 0);
            merged.Add(takesLeft ? left[fromLeft++] : right[fromRight++]);
        }

        return merged;
    }
}
