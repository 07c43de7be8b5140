using System.Diagnostics;
using Compliance.Infrastructure;

namespace Compliance.TestKit;

/// <summary>The built program as a process of its own, called with words as somebody at the machine does.</summary>
public sealed record ProgramProcess(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="settings">As environment variables, such as <c>Data__Path</c>.</param>
    public static async Task<ProgramProcess> Run(IReadOnlyDictionary<string, string> settings, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };

        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);

            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Beside a running host, on its database.</summary>
    public static Task<ProgramProcess> RunOn(ApiHost host, params IEnumerable<string> words) => Run(
        new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Data__Path"] = host.Settings.DataPath,
            ["Database__Provider"] = host.Settings.Provider,
            ["ConnectionStrings__Compliance"] = host.Settings.Provider == StorageSettings.Sqlite ? "" : host.Settings.ConnectionString,
            ["Audit__KeyFile"] = Path.Combine(host.Folder, "audit-key.pem"),
        },
        words);
}
