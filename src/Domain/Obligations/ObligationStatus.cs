namespace Compliance.Domain.Obligations;

/// <summary>What a day makes of something that is due.</summary>
public enum ObligationStatus
{
    Open,
    Overdue,
    Reported,
    Closed,
}

/// <summary>How many things that are due stand where.</summary>
public sealed record ObligationCounts(int Open, int Overdue, int Reported, int Closed)
{
    public static ObligationCounts Of(IReadOnlyCollection<ObligationStatus> all) => new(
        all.Count(each => each == ObligationStatus.Open),
        all.Count(each => each == ObligationStatus.Overdue),
        all.Count(each => each == ObligationStatus.Reported),
        all.Count(each => each == ObligationStatus.Closed));
}
