namespace Compliance.Api.CommandLine;

/// <summary>The exit codes of the program, for scripts and process supervisors.</summary>
public static class ExitCodes
{
    public const int Success = 0;

    /// <summary>A check failed, or the operation was refused.</summary>
    public const int Failed = 1;

    /// <summary>A missing or unreadable file, a missing key, an unreachable database.</summary>
    public const int CouldNotRun = 2;

    /// <summary>Unknown verbs and options: EX_USAGE of BSD's sysexits.h.</summary>
    public const int Misused = 64;

    /// <summary>
    /// The code of a server that has stopped. The host stops as if it were asked to if one of its background services fails, and also if the start fails
    /// while it already listens.
    /// </summary>
    public static int OfServer(bool wasReady, IEnumerable<BackgroundService> works) =>
        wasReady && !works.Any(work => work.ExecuteTask is { IsFaulted: true }) ? Success : CouldNotRun;
}
