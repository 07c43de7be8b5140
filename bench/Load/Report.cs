using System.Globalization;
using System.Text.Json;

namespace Compliance.Bench.Load;

/// <summary>What one connection did.</summary>
internal sealed class Tally
{
    public List<double> Times { get; } = [];

    public long Bytes { get; set; }

    public int Bad { get; private set; }

    public string? FirstBad { get; private set; }

    public void Fail(string why)
    {
        Bad++;
        FirstBad ??= why;
    }
}

/// <summary>What all connections did together.</summary>
/// <param name="Cost">The generator's own processor time, microseconds a request.</param>
internal sealed record Report(int Requests, int Bad, double Seconds, double Median, double Late, double Cost, long Bytes, string? FirstBad)
{
    public static Report Of(IReadOnlyCollection<Tally> tallies, TimeSpan took, TimeSpan busy)
    {
        var times = tallies.SelectMany(tally => tally.Times).Order().ToList();
        var requests = times.Count;
        var all = Math.Max(1, requests);

        return new(
            requests,
            tallies.Sum(tally => tally.Bad),
            took.TotalSeconds,
            requests == 0 ? 0 : times[requests / 2],
            requests == 0 ? 0 : times[(int)(requests * 0.99)],
            busy.TotalMicroseconds / all,
            tallies.Sum(tally => tally.Bytes) / all,
            tallies.Select(tally => tally.FirstBad).FirstOrDefault(why => why is not null));
    }

    public string ToJson() => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"requests":{{Requests}},"bad":{{Bad}},"seconds":{{Seconds}},"p50":{{Median}},"p99":{{Late}},"cost":{{Cost}},"bytes":{{Bytes}},"firstBad":"{{JsonEncodedText.Encode(FirstBad ?? "")}}"}""");
}
