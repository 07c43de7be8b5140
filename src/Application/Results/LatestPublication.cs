namespace Compliance.Application.Results;

/// <summary>
/// The number of the newest publication that this process has heard of. Everything announced that is kept
/// in memory belongs to one number, and is worthless once the number moves.
/// </summary>
public sealed class LatestPublication
{
    private int number;

    public int Number => Volatile.Read(ref number);

    /// <summary>Publications never go back: a smaller number is old news.</summary>
    public void Advance(int to)
    {
        var seen = Number;

        while (to > seen)
        {
            seen = Interlocked.CompareExchange(ref number, to, seen) is var found && found == seen ? to : found;
        }
    }
}
