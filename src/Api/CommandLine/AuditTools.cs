using Compliance.Application.Audit;
using Compliance.Domain.Common;
using MediatR;

namespace Compliance.Api.CommandLine;

internal static class AuditTools
{
    private const int Intact = 0;
    private const int Broken = 3;

    public static Func<IMediator, CancellationToken, Task<string>> Export(ToolOptions options)
    {
        var path = options.Needed("to");

        return async (mediator, cancellationToken) =>
        {
            await using var file = File.Create(path);
            var exported = await mediator.Send(new ExportAudit(file), cancellationToken);

            return $"Wrote {exported.Lines} lines to {path}. They hold personal data: keep them as you keep the audit.";
        };
    }

    /// <summary>Needs the file and the public keys, nothing else.</summary>
    public static async Task<int> Verify(ToolOptions options, CancellationToken cancellationToken)
    {
        var keys = options.All("key").Select(File.ReadAllText).ToList();
        options.Needed("key");
        await using var file = File.OpenRead(options.Needed("from"));
        var verified = await AuditTrailFile.Verify(file, keys, Language.English, cancellationToken);
        Console.WriteLine($"{verified.Entries} entries in {verified.Chains} chains, {verified.Checkpoints} checkpoints, {verified.Unsealed} entries not sealed yet.");
        Console.WriteLine($"Last checkpoint: {verified.LastCheckpoint ?? "none"}");

        foreach (var place in verified.Broken)
        {
            Console.WriteLine($"BROKEN {place.Resource} {place.Sequence}: {place.Code}. {place.Message}");
        }

        file.Position = 0;
        var isIntact = verified.Intact;

        foreach (var noted in options.All("checkpoint"))
        {
            var isThere = await AuditTrailFile.Holds(file, noted, cancellationToken);
            Console.WriteLine(isThere ? $"Holds the checkpoint {noted}." : $"BROKEN the checkpoint {noted} is not part of this trail.");
            isIntact &= isThere;
            file.Position = 0;
        }

        Console.WriteLine(isIntact ? "Intact." : "NOT intact.");

        return isIntact ? Intact : Broken;
    }
}
