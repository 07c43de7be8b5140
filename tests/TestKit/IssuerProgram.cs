using System.Diagnostics;

namespace Compliance.TestKit;

/// <summary>The issuer's files beside the tests, and the packages they need, installed by npm when they are first asked for.</summary>
internal static class IssuerProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "issuer");
    private static readonly Lazy<Task<string?>> problem = new(Install);

    /// <summary>Why the issuer cannot be run on this machine, or nothing.</summary>
    public static Task<string?> Problem() => problem.Value;

    public static ProcessStartInfo Start() => Run("node", ["issuer.mjs"]);

    private static async Task<string?> Install()
    {
        if (Find("node") is null || Find("npm") is null)
        {
            return "node and npm, which the OpenID Connect issuer of the tests needs, were not found on PATH.";
        }

        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        var mark = Path.Combine(Folder, "node_modules", ".installed");

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

    private static async Task<string?> Npm(params string[] arguments)
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

            return $"npm did not install the issuer's packages within {Patience.TotalMinutes} minutes: {Told(await output)}";
        }

        return npm.ExitCode == 0 ? null : $"npm could not install the issuer's packages: {Told(await output)}";
    }

    private static ProcessStartInfo Run(string program, string[] arguments) => new(Find(program)!, arguments)
    {
        WorkingDirectory = Folder,
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
