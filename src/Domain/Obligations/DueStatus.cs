namespace Compliance.Domain.Obligations;

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
