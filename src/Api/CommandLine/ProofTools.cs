using System.Diagnostics;
using Compliance.Application.Decisions;

namespace Compliance.Api.CommandLine;

internal static class ProofTools
{
    private const int Proven = 0;
    private const int Broken = 3;

    /// <summary>Needs the file and the public keys, nothing else.</summary>
    public static async Task<int> Verify(ToolOptions options, CancellationToken cancellationToken)
    {
        options.Needed("key");
        var keys = options.All("key").Select(File.ReadAllText).ToList();
        await using var file = File.OpenRead(options.Needed("from"));
        var started = Stopwatch.GetTimestamp();
        var verified = await ProofFile.Verify(file, keys, cancellationToken);
        Console.WriteLine(FormattableString.Invariant(
            $"{verified.Decisions} decisions, {verified.Institutions} institutions and {verified.Units} units computed anew in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s."));

        if (verified.Problem is { } problem)
        {
            Console.WriteLine(FormattableString.Invariant($"BROKEN line {verified.Line}: {problem.Code}. {problem.Message.En}"));
            Console.WriteLine("NOT proven.");

            return Broken;
        }

        Console.WriteLine("Proven: every result follows from its inputs, and every decision is signed.");

        return Proven;
    }
}
