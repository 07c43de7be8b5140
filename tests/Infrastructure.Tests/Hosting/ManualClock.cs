using System.Threading.Channels;

namespace Compliance.Infrastructure.Tests.Hosting;

/// <summary>A clock that stands still, with timers that fire only when time is moved on.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private readonly Channel<Timer> timers = Channel.CreateUnbounded<Timer>();
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state), period);
        timers.Writer.TryWrite(timer);

        return timer;
    }

    /// <summary>The next timer that somebody makes.</summary>
    public async Task<Timer> NextTimer() => await timers.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromMinutes(1)).Token);

    internal sealed class Timer(ManualClock clock, Action fire, TimeSpan period) : ITimer
    {
        /// <summary>Moves the clock by the timer's period, which fires it.</summary>
        public void Elapse()
        {
            clock.now += period;
            fire();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
