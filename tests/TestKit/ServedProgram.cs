using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using Compliance.Infrastructure;

namespace Compliance.TestKit;

/// <summary>
/// The built program as a process of its own that serves HTTP. It can be killed without being asked (SIGKILL), and be
/// started again on what it left behind, at the same address.
/// </summary>
public sealed class ServedProgram : IAsyncDisposable
{
    private const int MostErrorLines = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly HostStorage storage;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly string[] words;
    private readonly ConcurrentQueue<string> errors = [];
    private readonly HttpClient probe = new();
    private Process? process;

    private ServedProgram(HostStorage storage, IReadOnlyDictionary<string, string> settings, string[] words)
    {
        this.storage = storage;
        this.settings = settings;
        this.words = words;
    }

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>What it said of itself, which is nothing while all is well: only errors are logged.</summary>
    public IReadOnlyList<string> Errors => [.. errors];

    /// <param name="settings">On top of those of a test host, as <c>RateLimits:SignIn</c>.</param>
    /// <param name="words">On its command line.</param>
    public static async Task<ServedProgram> Start(string provider, IReadOnlyDictionary<string, string>? settings = null, params string[] words)
    {
        var program = new ServedProgram(await ApiHost.FreshStorage(provider), settings ?? new Dictionary<string, string>(), words);
        program.Launch();
        await program.BecomeReady();

        return program;
    }

    /// <summary>Starts the process and waits for nothing.</summary>
    public void Launch()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };

        foreach (var (name, value) in Settings())
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <exception cref="TimeoutException">It ended, or took too long.</exception>
    public Task BecomeReady() => Waiting.Until(
        async () => process!.HasExited ? throw new TimeoutException(NotReady()) : await IsReady(), NotReady, Patience);

    /// <summary>Begins to observe its peak memory anew (Linux), and returns what it uses now, in bytes.</summary>
    public long ForgetPeakMemory()
    {
        File.WriteAllText($"/proc/{process!.Id}/clear_refs", "5");

        return Memory("VmRSS");
    }

    /// <summary>The most memory that it used since <see cref="ForgetPeakMemory"/>, in bytes.</summary>
    public long PeakMemory() => Memory("VmHWM");

    private long Memory(string row) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process!.Id}/status").First(line => line.StartsWith(row, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>SIGKILL: no line of the program runs any more.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>What it stores, without it.</summary>
    public Task<RawDatabase> OpenRaw() => RawDatabase.Open(StorageSettings.Of(
        storage.Provider, storage.ConnectionString, storage.Folder, storage.Folder, demo: false, isDevelopment: true, TimeSpan.FromHours(1)));

    public async ValueTask DisposeAsync()
    {
        await Kill();
        probe.Dispose();
        storage.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private Dictionary<string, string> Settings() => new(settings)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["urls"] = Address.ToString(),
        ["Data:Path"] = storage.Folder,
        ["Database:Provider"] = storage.Provider,
        ["ConnectionStrings:Compliance"] = storage.ConnectionString ?? "",
        ["Publications:PollSeconds"] = "3600",
        ["Logging:LogLevel:Default"] = "Error",
        ["Audit:KeyFile"] = Path.Combine(storage.Folder, "audit-key.pem"),
    };

    private string NotReady() => $"The program did not become ready: {string.Join('\n', errors)}";

    private void Keep(string? line)
    {
        if (line is not null && errors.Count < MostErrorLines)
        {
            errors.Enqueue(line);
        }
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await probe.GetAsync(new Uri(Address, "/health/ready"));

            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return false;
        }
    }
}
