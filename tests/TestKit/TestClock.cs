namespace Compliance.TestKit;

/// <summary>The clock of one host: the real one until a test sets the hour. Timers always run on real time.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset? now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now ?? base.GetUtcNow();
        }
    }

    public void Set(DateTimeOffset instant)
    {
        lock (gate)
        {
            now = instant;
        }
    }
}
