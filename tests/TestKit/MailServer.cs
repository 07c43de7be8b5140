using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Compliance.TestKit;

/// <summary>How a mail server behaves.</summary>
public enum MailMood
{
    Accept,

    /// <summary>Answers every message with 451.</summary>
    Refuse,

    /// <summary>Takes a message and hangs up before it says so.</summary>
    Cut,

    /// <summary>Takes a message and never says so: who sent it waits.</summary>
    Hold,
}

/// <summary>A message as the server took it.</summary>
/// <param name="User">Who signed in; null where nobody did.</param>
/// <param name="Raw">Headers and body, byte for byte.</param>
public sealed record TakenMail(IReadOnlyList<string> To, string? User, byte[] Raw);

/// <summary>
/// A real SMTP server (the program in <c>tests/MailServer</c>), a process of its own on loopback. It needs Node and, the
/// first time, a package registry. With <c>COMPLIANCE_REQUIRE_SMTP=1</c> a server that cannot be had is an error;
/// otherwise tests skip, with <see cref="WhyNot"/> as the reason.
/// </summary>
public sealed class MailServer : IDisposable
{
    public const string RequiredVariable = "COMPLIANCE_REQUIRE_SMTP";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> errors = new();
    private readonly Process process;
    private bool disposed;

    private MailServer(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    /// <summary>Why there is no server; null while nobody has asked for one, or once there is one.</summary>
    public static string? WhyNot { get; private set; }

    public int Port { get; private set; }

    /// <summary>One of its own for the caller, or nothing (see <see cref="WhyNot"/>).</summary>
    /// <param name="port">Where another one listened before.</param>
    public static async Task<MailServer?> Start(int port = 0)
    {
        WhyNot = await NodeProgram.MailServer.Problem();
        var server = WhyNot is null ? await Launch(port) : null;

        return server is null && Environment.GetEnvironmentVariable(RequiredVariable) == "1"
            ? throw new InvalidOperationException($"{RequiredVariable} is set, but there is no mail server: {WhyNot}")
            : server;
    }

    /// <summary>One of its own for a test, which is skipped, with the reason, where there is none.</summary>
    public static async Task<MailServer> StartOrSkip()
    {
        // Where it is required and missing, asking for the server throws.
        if (await Start() is { } server)
        {
            return server;
        }

        Assert.Ignore(WhyNot!);

        throw new InvalidOperationException(WhyNot);
    }

    public Task Become(MailMood mood) => Ask(mood.ToString().ToLowerInvariant());

    /// <summary>All that it took, the first first.</summary>
    public async Task<IReadOnlyList<TakenMail>> Taken() =>
    [
        .. (await Ask("messages"))["messages"]!.AsArray().Select(each => new TakenMail(
            [.. each!["to"]!.AsArray().Select(to => to!.GetValue<string>())], each["user"]?.GetValue<string>(), Convert.FromBase64String(each["raw"]!.GetValue<string>()))),
    ];

    /// <summary>As if the machine had lost its power; what it took is gone with it.</summary>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<MailServer?> Launch(int port)
    {
        var server = new MailServer(Process.Start(NodeProgram.MailServer.Start(port.ToString(CultureInfo.InvariantCulture)))!);

        if (await server.Answer() is { } answer)
        {
            server.Port = answer["port"]!.GetValue<int>();

            return server;
        }

        server.Dispose();
        WhyNot = $"The mail server did not start: {server.Errors}";

        return null;
    }

    private string Errors => string.Join('\n', errors);

    private async Task<JsonNode> Ask(string command)
    {
        await process.StandardInput.WriteLineAsync(command);
        await process.StandardInput.FlushAsync();

        return await Answer() ?? throw new InvalidOperationException($"The mail server has ended: {Errors}");
    }

    /// <summary>One line of the program, or nothing where it has ended or keeps silent for too long.</summary>
    private async Task<JsonNode?> Answer()
    {
        using var patience = new CancellationTokenSource(Patience);

        try
        {
            return await process.StandardOutput.ReadLineAsync(patience.Token) is { } line ? JsonNode.Parse(line) : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
