using Compliance.Domain.Common;

namespace Compliance.Infrastructure.Hosting;

/// <summary>
/// The system clock in the microseconds that databases store: a response with an instant of now is the same as one that was read again.
/// </summary>
public sealed class MicrosecondClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => Instants.TruncateToMicroseconds(base.GetUtcNow());
}
