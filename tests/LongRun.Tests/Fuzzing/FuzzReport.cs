using System.Globalization;
using System.Text;

namespace Compliance.LongRun.Tests.Fuzzing;

/// <summary>An answer that breaks the contract.</summary>
internal sealed record FuzzFailure(string Complaint, FuzzRequest Request, string Answer);

/// <summary>What came of a run, for a person to read and to repeat.</summary>
internal sealed record FuzzReport(FuzzSettings Settings, IReadOnlyList<FuzzFailure> Failures, IReadOnlyList<FuzzRequest> Taken, FuzzTally Tally, TimeSpan Took)
{
    private const int MostShown = 10;
    private const int LongestShown = 1_500;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Settings}\n{Took.TotalSeconds:0.0} s\n{Tally}");

    /// <summary>One failure of each kind, with the command that repeats it.</summary>
    public string Failed() => string.Join('\n', Failures.GroupBy(failure => failure.Complaint).Take(MostShown).Select(kind =>
        $"{kind.Count()} times: {kind.Key}\n  {Shown(Shortest(kind).Request.ToString())}\n  {Shown(Shortest(kind).Answer)}"));

    /// <summary>A shell script with every write that was taken, and then the requests that failed: for failures that need what was stored before.</summary>
    public string Script()
    {
        var script = new StringBuilder($"#!/usr/bin/env bash\n# {Settings}\n# Writes that were taken, in their order:\n");

        foreach (var request in Taken)
        {
            script.Append(request).Append(" >/dev/null\n");
        }

        foreach (var failure in Failures)
        {
            script.Append(CultureInfo.InvariantCulture, $"\n# {failure.Complaint}\n{failure.Request}\n");
        }

        return script.ToString();
    }

    private static FuzzFailure Shortest(IEnumerable<FuzzFailure> kind) => kind.MinBy(failure => failure.Request.ToString().Length)!;

    private static string Shown(string text) => text.Length > LongestShown ? text[..LongestShown] + "..." : text;
}
