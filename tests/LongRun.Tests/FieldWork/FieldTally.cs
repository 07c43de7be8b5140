using System.Collections.Concurrent;

namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>What happened how often.</summary>
internal sealed class FieldTally
{
    private readonly ConcurrentDictionary<string, int> counts = [];

    public void Count(string what, int times = 1) => counts.AddOrUpdate(what, times, (_, before) => before + times);

    public int Of(string what) => counts.GetValueOrDefault(what);

    public override string ToString() =>
        string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));
}
