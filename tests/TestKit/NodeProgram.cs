using System.Diagnostics;

namespace Compliance.TestKit;

/// <summary>The files of a program beside the tests, and the packages it needs, installed by npm when they are first asked for.</summary>
internal sealed class NodeProgram
{
    public static readonly NodeProgram Issuer = new("issuer", "issuer.mjs");
    public static readonly NodeProgram MailServer = new("mailserver", "mailserver.mjs");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string script;
    private readonly string folder;
    private readonly Lazy<Task<string?>> problem;

    private NodeProgram(string name, string script)
    {
        this.script = script;
        folder = Path.Combine(AppContext.BaseDirectory, name);
        problem = new(Install);
    }

    /// <summary>Why it cannot be run on this machine, or nothing.</summary>
    public Task<string?> Problem() => problem.Value;

    public ProcessStartInfo Start(params string[] arguments) => Run("node", [script, .. arguments]);

    private async Task<string?> Install()
    {
        if (Find("node") is null || Find("npm") is null)
        {
            return $"node and npm, which {script} of the tests needs, were not found on PATH.";
        }

        var wanted = await File.ReadAllTextAsync(Path.Combine(folder, "package-lock.json"));
        var mark = Path.Combine(folder, "node_modules", ".installed");

        if (File.Exists(mark) && await File.ReadAllTextAsync(mark) == wanted)
        {
            return null;
        }

        string[] clean = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        string[] patient = ["--fetch-retries=3", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"];

        if (await Npm([.. clean, .. patient]) is { } failure)
        {
            return failure;
        }

        // Written last, so that an installation that was cut short is not taken for one.
        await File.WriteAllTextAsync(mark, wanted);

        return null;
    }

    private async Task<string?> Npm(params string[] arguments)
    {
        using var npm = Process.Start(Run("npm", arguments))!;
        using var patience = new CancellationTokenSource(Patience);
        npm.StandardInput.Close();
        var output = Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());

        try
        {
            await npm.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);

            return $"npm did not install the packages of {script} within {Patience.TotalMinutes} minutes: {Told(await output)}";
        }

        return npm.ExitCode == 0 ? null : $"npm could not install the packages of {script}: {Told(await output)}";
    }

    private ProcessStartInfo Run(string program, string[] arguments) => new(Find(program)!, arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => OperatingSystem.IsWindows() ? [$"{program}.exe", $"{program}.cmd"] : new[] { program }, Path.Combine)
        .FirstOrDefault(File.Exists);

    private static string Told(string[] output) => string.Join('\n', output).Trim();
}
