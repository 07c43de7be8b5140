using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Compliance.Api.CommandLine;

/// <summary>
/// What is done at the machine itself instead of over the network: the same program, called with words. It reads
/// the same settings as the server and may run beside it.
/// </summary>
internal static class Commands
{
    private const string Program = "compliance";
    private const string Serve = HostSettings.Serve;
    private const string Help = "--help";
    private const string Version = "--version";

    private static readonly TimeSpan patience = TimeSpan.FromHours(1);

    /// <summary>Files of words (<c>@file</c>) and options run together (<c>-abc</c>) would only hide a typing error.</summary>
    private static readonly ParserConfiguration strict = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    public static async Task<int> Run(string[] args)
    {
        var given = Tree().Parse(Words(args), strict);

        if (given.Errors.Count > 0 || given.UnmatchedTokens.Count > 0)
        {
            return await Misuse(given);
        }

        using var limit = new CancellationTokenSource(patience);

        try
        {
            return await given.InvokeAsync(new() { EnableDefaultExceptionHandler = false }, limit.Token);
        }
        catch (Exception problem) when (StartupFailure.Is(problem))
        {
            Console.Error.WriteLine(StartupFailure.Reason(problem));

            return ExitCodes.CouldNotRun;
        }
    }

    private static async Task<int> Misuse(ParseResult given)
    {
        if (given.Action is ParseErrorAction action)
        {
            // The help of serving is a page of settings, in which the error would be lost.
            action.ShowHelp = given.CommandResult.Command.Name != Serve;
        }
        else
        {
            // Asked for help, the parser lets pass what it does not know.
            Console.Error.WriteLine($"Unrecognized command or argument: {string.Join(' ', given.UnmatchedTokens)}");
        }

        await given.InvokeAsync(new() { Output = Console.Error, Error = Console.Error });

        return ExitCodes.Misused;
    }

    private static RootCommand Tree()
    {
        var root = new RootCommand("Assesses how public service units comply with the standards of public service. Without a command it serves.")
        {
            HelpName = Program,
        };
        root.Add(Serving());
        root.Add(AdminCommands.All());
        root.Add(AuditCommands.All());
        root.Add(ProofCommands.All());
        root.Directives.Clear();
        root.Options.Clear();

        // Without the library's short forms, which are what a single letter would be corrected to.
        root.Add(new HelpOption(Help) { Recursive = true });
        root.Add(new VersionOption());

        return root;
    }

    /// <summary>Only reached with words that are misplaced, or asked for help: <see cref="HostSettings.IsServing"/> has taken the others.</summary>
    private static Command Serving()
    {
        var command = new Command(Serve, "Serve the API over HTTP, by the settings of the environment and those given.");

        foreach (var name in HostSettings.Single)
        {
            command.Add(new Option<string>($"--{name}") { HelpName = "VALUE" });
        }

        // Two dashes alone are no error to the parser.
        command.SetAction(_ =>
        {
            Console.Error.WriteLine($"See {Program} {Serve} {Help}.");

            return ExitCodes.Misused;
        });

        return command;
    }

    /// <summary>Of a call that would serve only what is misplaced; and the verb <c>help</c> as the option.</summary>
    private static string[] Words(string[] args) => args switch
    {
        ["help", .. var rest] => [.. rest, Help],
        [Help or Version, ..] => args,
        [Serve, .. var rest] => [Serve, .. HostSettings.Misplaced(rest)],
        [['-', '-', ..], ..] => [Serve, .. HostSettings.Misplaced(args)],

        // A directive to the parser, which would be passed over in silence; behind two dashes it is a word like any other.
        [['[', ..], ..] => ["--", args[0]],
        _ => args,
    };
}
