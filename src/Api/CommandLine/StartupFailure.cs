using System.Data.Common;
using System.Security.Cryptography;

namespace Compliance.Api.CommandLine;

/// <summary>
/// Failures that prevent the program from running and are corrected by the operator: a missing or unreadable file, a missing key, an invalid
/// setting, an unavailable database or port.
/// </summary>
internal static class StartupFailure
{
    public static bool Is(Exception problem) => problem is IOException or UnauthorizedAccessException or InvalidDataException
        or ArgumentException or CryptographicException
        or InvalidOperationException or OperationCanceledException or TimeoutException
        or DbException || problem.InnerException is DbException;

    /// <summary>Includes the stack trace if the cause may be a defect of the program instead of a setting.</summary>
    public static string Reason(Exception problem) => problem switch
    {
        { InnerException: DbException inner } => inner.Message,
        InvalidOperationException => $"{problem.Message}\n{problem.StackTrace}",
        _ => problem.Message,
    };

    /// <summary>
    /// Ends the server with the same exit code and message. Exceptions during startup are not caught where they occur, because a program that
    /// hosts the server, such as a test, needs to see them.
    /// </summary>
    public static void ExitOnUnhandled() => AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
    {
        if (thrown.ExceptionObject is Exception problem && Is(problem))
        {
            Console.Error.WriteLine(Reason(problem));
            Environment.Exit(ExitCodes.CouldNotRun);
        }
    };
}
