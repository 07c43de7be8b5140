namespace Compliance.Domain.Obligations;

/// <summary>The status of an obligation on a given day.</summary>
public enum ObligationStatus
{
    Open,
    Overdue,
    Reported,
    Closed,
}

/// <summary>The number of obligations with each status.</summary>
public sealed record ObligationCounts(int Open, int Overdue, int Reported, int Closed)
{
    public static ObligationCounts Of(IReadOnlyCollection<ObligationStatus> all) => new(
        all.Count(each => each == ObligationStatus.Open),
        all.Count(each => each == ObligationStatus.Overdue),
        all.Count(each => each == ObligationStatus.Reported),
        all.Count(each => each == ObligationStatus.Closed));
}
