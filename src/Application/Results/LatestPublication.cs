namespace Compliance.Application.Results;

/// <summary>
/// The latest state known to this process: the number of the newest publication, and the count of clearance
/// changes. All cached published content depends on these two and is invalid once either of them changes.
/// </summary>
public sealed class LatestPublication(TimeProvider clock)
{
    private static readonly TimeSpan oneSecond = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private int number;
    private int clearances;
    private DateTimeOffset? clearancesSince;

    public int Number => Volatile.Read(ref number);

    /// <summary>How many corrective actions were opened and resolved, added up.</summary>
    public int Clearances => Volatile.Read(ref clearances);

    /// <summary>Publications are numbered upwards, so a smaller number is outdated and ignored.</summary>
    public void Advance(int to) => Raise(ref number, to);

    /// <summary>The count only rises as well.</summary>
    public void AdvanceClearances(int to)
    {
        lock (gate)
        {
            if (to > clearances)
            {
                var now = clock.GetUtcNow();
                clearancesSince = clearancesSince + oneSecond is { } next && next > now ? next : now;
                Volatile.Write(ref clearances, to);
            }
        }
    }

    /// <summary>
    /// When this process learned of the last change of any clearance; null if there was none. Two changes are at least one second apart, because HTTP
    /// compares whole seconds.
    /// </summary>
    public DateTimeOffset? ClearancesSince
    {
        get
        {
            lock (gate)
            {
                return clearancesSince;
            }
        }
    }

    private static void Raise(ref int current, int to)
    {
        var seen = Volatile.Read(ref current);

        while (to > seen)
        {
            seen = Interlocked.CompareExchange(ref current, to, seen) is var found && found == seen ? to : found;
        }
    }
}
