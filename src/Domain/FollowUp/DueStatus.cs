namespace Compliance.Domain.FollowUp;

/// <summary>The status of something that is due on a given day.</summary>
public enum DueStatus
{
    Open,
    Overdue,
    Reported,
    Closed,
}

/// <summary>What is due, by status.</summary>
public sealed record DueCounts(int Open, int Overdue, int Reported, int Closed)
{
    public static DueCounts Of(IReadOnlyCollection<DueStatus> all) => new(
        all.Count(each => each == DueStatus.Open),
        all.Count(each => each == DueStatus.Overdue),
        all.Count(each => each == DueStatus.Reported),
        all.Count(each => each == DueStatus.Closed));
}
