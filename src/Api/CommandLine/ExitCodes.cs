namespace Compliance.Api.CommandLine;

/// <summary>How the program ends, for scripts and whatever supervises it.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The check failed, or the work was refused.</summary>
    public const int Failed = 1;

    /// <summary>A file that is missing or unreadable, no key, a database out of reach.</summary>
    public const int CouldNotRun = 2;

    /// <summary>EX_USAGE of BSD's sysexits.h: unknown verbs and options.</summary>
    public const int Misused = 64;
}
