using System.Net.Sockets;
using System.Text;

namespace Compliance.Bench.Load;

/// <summary>
/// All sheets, with how often each was acknowledged. A connection has sheets of its own and one request under way,
/// so that the version that a sheet has is always known, and nobody else changes it.
/// </summary>
internal sealed class Field(Plan plan)
{
    private const int Seed = 2024;

    private readonly int[] acknowledged = new int[plan.Sheets.Count];

    /// <summary>Sheets whose last request was not answered as it should: nothing more is known about them.</summary>
    private readonly bool[] lost = new bool[plan.Sheets.Count];

    private int runs;

    public Report Fill(int connections) => Work(connections, (own, _) => own);

    public Report Run(int connections, TimeSpan time)
    {
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);

        return Work(connections, (own, chance) => AtRandom(own, chance, end));
    }

    public string Save(string file)
    {
        File.WriteAllLines(file, acknowledged.Select((put, sheet) => $"{put} {plan.Body.Points(sheet, put)}"));

        return "{}";
    }

    private static IEnumerable<int> AtRandom(int[] own, Random chance, long end)
    {
        while (Stopwatch.GetTimestamp() < end)
        {
            yield return own[chance.Next(own.Length)];
        }
    }

    private Report Work(int connections, Func<int[], Random, IEnumerable<int>> choose)
    {
        var heads = plan.Heads();
        runs++;
        var wires = Enumerable.Range(0, connections).Select(_ => new Wire(plan.Base)).ToList();
        var tallies = new Tally[connections];
        using var process = Process.GetCurrentProcess();
        var busy = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();

        // Threads that wait in the socket cost less than tasks, which matters on a machine that serves as well.
        var threads = wires.Select((wire, number) => new Thread(() =>
        {
            var chance = new Random(Seed + runs * 1000 + number);
            int[] own = [.. Enumerable.Range(0, acknowledged.Length).Where(sheet => sheet % connections == number)];
            tallies[number] = Put(wire, heads, choose(own, chance), chance);
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var took = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        wires.ForEach(wire => wire.Dispose());

        return Report.Of(tallies, took, process.TotalProcessorTime - busy);
    }

    private Tally Put(Wire wire, List<byte[]> heads, IEnumerable<int> sheets, Random chance)
    {
        var tally = new Tally();

        foreach (var sheet in sheets)
        {
            if (lost[sheet])
            {
                continue;
            }

            var begun = Stopwatch.GetTimestamp();

            try
            {
                var put = acknowledged[sheet] + 1;
                var length = plan.Body.Write(wire.Body, sheet, put, chance);
                var status = wire.Ask(heads[sheet], length, out var answer);
                tally.Bytes += length;

                if (plan.Body.IsGood(status, answer, put))
                {
                    acknowledged[sheet] = put;
                    tally.Times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                }
                else
                {
                    lost[sheet] = true;
                    tally.Fail($"{status} {Encoding.UTF8.GetString(answer[..Math.Min(500, answer.Length)])}");
                }
            }
            catch (Exception problem) when (problem is SocketException or IOException)
            {
                lost[sheet] = true;
                tally.Fail(problem.Message);

                return tally;
            }
        }

        return tally;
    }
}
