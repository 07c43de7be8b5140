using System.CommandLine;
using System.Diagnostics;
using Compliance.Application.Decisions;

namespace Compliance.Api.CommandLine;

internal static class ProofCommands
{
    public static Command All() => new("proof", "Verify the proof of a cycle's decisions.") { Verify() };

    private static Command Verify()
    {
        var (from, keys) = (VerificationFiles.From("The proof."), VerificationFiles.Keys());
        var command = new Command("verify", "Verify a proof and compute every score anew, without a database.") { from, keys };
        command.SetAction((given, cancellationToken) => Verify(given.GetRequiredValue(from), given.ReadKeys(keys), cancellationToken));

        return command;
    }

    private static async Task<int> Verify(string from, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(from);
        var started = Stopwatch.GetTimestamp();
        var verified = await ProofFile.Verify(file, keys, cancellationToken);
        Console.WriteLine(FormattableString.Invariant(
            $"{verified.Decisions} decisions, {verified.Institutions} institutions and {verified.Units} units computed anew in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s."));

        if (verified.Problem is { } problem)
        {
            Console.WriteLine(FormattableString.Invariant($"BROKEN line {verified.Line}: {problem.Code}. {problem.Message.En}"));
            Console.WriteLine("NOT proven.");

            return ExitCodes.Failed;
        }

        Console.WriteLine("Proven: every result follows from its inputs, and every decision is signed.");

        return ExitCodes.Success;
    }
}
