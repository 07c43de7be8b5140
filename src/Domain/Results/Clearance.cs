namespace Compliance.Domain.Results;

public enum ClearanceStatus
{
    Clear,
    Withheld,
    Unknown,
}

/// <summary>
/// Whether certificate and report card of an institution are withheld ("clean and clear"): as long as any corrective action
/// is unresolved. It does not affect score or zone.
/// </summary>
/// <param name="ReleasedOn">The day on which the last corrective action was resolved.</param>
public sealed record Clearance(ClearanceStatus Status, int OpenActions, DateOnly? ReleasedOn)
{
    /// <param name="resolutions">For each corrective action the day on which it was resolved; null if it is not.</param>
    /// <param name="publishedClear">Whether it was announced as clear, which applies if there are no corrective actions on record.</param>
    public static Clearance Of(IReadOnlyCollection<DateOnly?> resolutions, bool publishedClear)
    {
        var open = resolutions.Count(resolved => resolved is null);

        return (open, resolutions.Count) switch
        {
            ( > 0, _) => new(ClearanceStatus.Withheld, open, null),
            (_, > 0) => new(ClearanceStatus.Clear, 0, resolutions.Max()),
            _ => new(publishedClear ? ClearanceStatus.Clear : ClearanceStatus.Unknown, 0, null),
        };
    }
}
