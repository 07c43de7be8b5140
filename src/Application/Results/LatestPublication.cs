namespace Compliance.Application.Results;

/// <summary>
/// What this process has heard of last: the number of the newest publication, and how often the clearance of anybody
/// changed. Everything announced that is kept in memory belongs to these two, and is worthless once either moves.
/// </summary>
public sealed class LatestPublication
{
    private int number;
    private int clearances;

    public int Number => Volatile.Read(ref number);

    /// <summary>How many corrective actions were opened and resolved.</summary>
    public int Clearances => Volatile.Read(ref clearances);

    /// <summary>Publications never go back: a smaller number is old news.</summary>
    public void Advance(int to) => Raise(ref number, to);

    /// <summary>Nor do clearances: what was opened or resolved stays so.</summary>
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
