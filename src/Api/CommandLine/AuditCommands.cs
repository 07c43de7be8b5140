using System.CommandLine;
using System.CommandLine.Parsing;
using Compliance.Application.Audit;
using Compliance.Domain.Common;
using Compliance.Infrastructure;
using MediatR;

namespace Compliance.Api.CommandLine;

internal static class AuditCommands
{
    public static Command All() => new("audit", "Verify and export the audit trail.") { Export(), Verify() };

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
        var from = new Option<string?>("--from") { HelpName = "FILE", Description = "An exported trail, which is verified without a database." };
        var keys = new Option<string[]>("--key") { HelpName = "PEM-FILE", Description = "A public key that signed the exported trail; once for each key." };
        var checkpoints = new Option<string[]>("--checkpoint")
        {
            HelpName = "HASH",
            Description = "The hash of a checkpoint that was noted: the exported trail must still hold it. Once for each.",
        };
        var command = new Command("verify", "Verify the trail of the database and compare the tables with it, or verify an exported trail.") { from, keys, checkpoints };
        command.Validators.Add(given => RequireTogether(given, from, keys, checkpoints));
        command.SetAction((given, cancellationToken) => given.GetValue(from) is { } file
            ? VerifyFile(file, given.ReadKeys(keys), given.GetValue(checkpoints) ?? [], cancellationToken)
            : OnDatabase.Run(mediator => VerifyDatabase(mediator, cancellationToken), cancellationToken));

        return command;
    }

    /// <summary>A file can only be verified with a key; the database is verified with the keys of the server.</summary>
    private static void RequireTogether(CommandResult given, Option<string?> from, Option<string[]> keys, Option<string[]> checkpoints)
    {
        var (hasFile, hasKeys, hasCheckpoints) = (given.GetResult(from) is not null, given.GetResult(keys) is not null, given.GetResult(checkpoints) is not null);

        if (hasFile && !hasKeys)
        {
            given.AddError("Option '--key' is required with '--from'.");
        }

        if (!hasFile && (hasKeys || hasCheckpoints))
        {
            given.AddError("Options '--key' and '--checkpoint' are for an exported trail: option '--from' is required.");
        }
    }

    private static async Task<int> VerifyDatabase(IMediator mediator, CancellationToken cancellationToken)
    {
        var verified = await mediator.Send(new VerifyAudit(Language.English), cancellationToken);
        Print(verified);

        if (verified.Tables is { } tables)
        {
            Console.WriteLine($"{tables.Compared} rows compared with the trail, {tables.Differing} differ.");

            if (tables.FirstDifference is { } first)
            {
                Console.WriteLine($"DIFFERS {first.Table} {first.Key} {first.Column}: {first.Trail ?? "nothing"} in the trail, {first.Stored ?? "nothing"} stored.");
            }
        }

        return Conclude(verified.Intact);
    }

    private static async Task<int> VerifyFile(string from, IReadOnlyCollection<string> keys, string[] checkpoints, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(from);
        var verified = await AuditTrailFile.Verify(file, keys, Language.English, cancellationToken);
        Print(verified);
        file.Position = 0;
        var isIntact = verified.Intact;

        foreach (var noted in checkpoints)
        {
            var isThere = await AuditTrailFile.Holds(file, noted, cancellationToken);
            Console.WriteLine(isThere ? $"Holds the checkpoint {noted}." : $"BROKEN the checkpoint {noted} is not part of this trail.");
            isIntact &= isThere;
            file.Position = 0;
        }

        return Conclude(isIntact);
    }

    private static void Print(AuditVerified verified)
    {
        Console.WriteLine($"{verified.Entries} entries in {verified.Chains} chains, {verified.Checkpoints} checkpoints, {verified.Unsealed} entries not sealed yet.");

        if (verified.Unverified > 0)
        {
            Console.WriteLine($"{verified.Unverified} of them could not be verified: that needs the server, or its private key.");
        }

        Console.WriteLine($"Last checkpoint: {verified.LastCheckpoint ?? "none"}");

        foreach (var place in verified.Broken)
        {
            Console.WriteLine($"BROKEN {place.Resource} {place.Sequence}: {place.Code}. {place.Message}");
        }
    }

    private static int Conclude(bool isIntact)
    {
        Console.WriteLine(isIntact ? "Intact." : "NOT intact.");

        return isIntact ? ExitCodes.Success : ExitCodes.Failed;
    }
}
