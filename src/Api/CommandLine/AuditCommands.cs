using System.CommandLine;
using Compliance.Application.Audit;
using Compliance.Domain.Common;
using Compliance.Infrastructure;

namespace Compliance.Api.CommandLine;

internal static class AuditCommands
{
    public static Command All() => new("audit", "Export the audit trail, and verify what was exported.") { Export(), Verify() };

    private static Command Export()
    {
        var to = new Option<string>("--to") { Required = true, HelpName = "FILE", Description = "The file to write." };
        var command = new Command("export", "Write the whole trail to a file.") { to };
        command.SetAction((given, cancellationToken) => OnDatabase.Run(
            async mediator =>
            {
                var path = given.GetRequiredValue(to);
                await using var file = PrivateFiles.Create(path);
                var exported = await mediator.Send(new ExportAudit(file), cancellationToken);

                return $"Wrote {exported.Lines} lines to {path}. They hold personal data: keep them as you keep the audit.";
            },
            cancellationToken));

        return command;
    }

    private static Command Verify()
    {
        var (from, keys) = (VerificationFiles.From("The exported trail."), VerificationFiles.Keys());
        var checkpoints = new Option<string[]>("--checkpoint")
        {
            HelpName = "HASH",
            Description = "The hash of a checkpoint that was noted: the trail must still hold it. Once for each.",
        };
        var command = new Command("verify", "Verify an exported trail, without a database.") { from, keys, checkpoints };
        command.SetAction((given, cancellationToken) =>
            Verify(given.GetRequiredValue(from), given.ReadKeys(keys), given.GetValue(checkpoints) ?? [], cancellationToken));

        return command;
    }

    private static async Task<int> Verify(string from, IReadOnlyCollection<string> keys, string[] checkpoints, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(from);
        var verified = await AuditTrailFile.Verify(file, keys, Language.English, cancellationToken);
        Console.WriteLine($"{verified.Entries} entries in {verified.Chains} chains, {verified.Checkpoints} checkpoints, {verified.Unsealed} entries not sealed yet.");
        Console.WriteLine($"Last checkpoint: {verified.LastCheckpoint ?? "none"}");

        foreach (var place in verified.Broken)
        {
            Console.WriteLine($"BROKEN {place.Resource} {place.Sequence}: {place.Code}. {place.Message}");
        }

        file.Position = 0;
        var isIntact = verified.Intact;

        foreach (var noted in checkpoints)
        {
            var isThere = await AuditTrailFile.Holds(file, noted, cancellationToken);
            Console.WriteLine(isThere ? $"Holds the checkpoint {noted}." : $"BROKEN the checkpoint {noted} is not part of this trail.");
            isIntact &= isThere;
            file.Position = 0;
        }

        Console.WriteLine(isIntact ? "Intact." : "NOT intact.");

        return isIntact ? ExitCodes.Success : ExitCodes.Failed;
    }
}
