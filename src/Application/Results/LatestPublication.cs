namespace Compliance.Application.Results;

/// <summary>
/// The latest state known to this process: the number of the newest publication, and the count of clearance
/// changes. All cached published content depends on these two and is invalid once either of them changes.
/// </summary>
public sealed class LatestPublication
{
    private int number;
    private int clearances;

    public int Number => Volatile.Read(ref number);

    /// <summary>How many corrective actions were opened and resolved, added up.</summary>
    public int Clearances => Volatile.Read(ref clearances);

    /// <summary>Publications are numbered upwards, so a smaller number is outdated and ignored.</summary>
    public void Advance(int to) => Raise(ref number, to);

    /// <summary>The count only rises as well.</summary>
    public void AdvanceClearances(int to) => Raise(ref clearances, to);

    private static void Raise(ref int current, int to)
    {
        var seen = Volatile.Read(ref current);

        while (to > seen)
        {
            seen = Interlocked.CompareExchange(ref current, to, seen) is var found && found == seen ? to : found;
        }
    }
}
