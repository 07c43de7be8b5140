using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Compliance.Api.CommandLine;

/// <summary>
/// The commands for operators at the machine itself: the same program, called with arguments. They read
/// the same settings as the server and may run at the same time.
/// </summary>
internal static class Commands
{
    private const string Program = "compliance";
    private const string Serve = HostSettings.Serve;
    private const string Help = "--help";
    private const string Version = "--version";

    private static readonly TimeSpan patience = TimeSpan.FromHours(1);

    /// <summary>Response files (<c>@file</c>) and bundled options (<c>-abc</c>) would only hide a typing error.</summary>
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
            // The help of serve is a page of settings, in which the error would be overlooked.
            action.ShowHelp = given.CommandResult.Command.Name != Serve;
        }
        else
        {
            // With a help option, the parser reports no error for unknown arguments.
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

        // Without the library's short forms, because the parser would suggest them for a mistyped letter.
        root.Add(new HelpOption(Help) { Recursive = true });
        root.Add(new VersionOption());

        return root;
    }

    /// <summary>Runs only with invalid arguments or for help: valid ones are handled by <see cref="HostSettings.IsServing"/>.</summary>
    private static Command Serving()
    {
        var command = new Command(Serve, "Serve the API over HTTP, by the settings of the environment and those given.");

        foreach (var name in HostSettings.Single)
        {
            command.Add(new Option<string>($"--{name}") { HelpName = "VALUE" });
        }

        // The parser accepts "--" alone.
        command.SetAction(_ =>
        {
            Console.Error.WriteLine($"See {Program} {Serve} {Help}.");

            return ExitCodes.Misused;
        });

        return command;
    }

    /// <summary>Reduces a call that would serve to its invalid arguments, and turns the verb <c>help</c> into the option.</summary>
    private static string[] Words(string[] args) => args switch
    {
        ["help", .. var rest] => [.. rest, Help],
        [Help or Version, ..] => args,
        [Serve, .. var rest] => [Serve, .. HostSettings.Misplaced(rest)],
        [['-', '-', ..], ..] => [Serve, .. HostSettings.Misplaced(args)],

        // The parser silently ignores a directive; after "--" it is an ordinary argument.
        [['[', ..], ..] => ["--", args[0]],
        _ => args,
    };
}
