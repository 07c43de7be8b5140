using Compliance.Infrastructure.Hosting;

namespace Compliance.TestKit;

/// <summary>The clock of one host: the real one until a test sets the hour. Timers always run on real time.</summary>
public sealed class TestClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly MicrosecondClock real = new();
    private DateTimeOffset? now;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now ?? real.GetUtcNow();
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
