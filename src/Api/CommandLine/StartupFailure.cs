using System.Data.Common;
using System.Security.Cryptography;

namespace Compliance.Api.CommandLine;

/// <summary>
/// What keeps the program from doing anything, and is mended outside of it: a file that is missing or unreadable, no key, a setting that
/// cannot be, a database or port that is not to be had.
/// </summary>
internal static class StartupFailure
{
    public static bool Is(Exception problem) => problem is IOException or UnauthorizedAccessException or InvalidDataException
        or ArgumentException or CryptographicException
        or InvalidOperationException or OperationCanceledException or TimeoutException
        or DbException || problem.InnerException is DbException;

    /// <summary>With the trace where it may be a fault of ours instead of a setting.</summary>
    public static string Reason(Exception problem) => problem switch
    {
        { InnerException: DbException inner } => inner.Message,
        InvalidOperationException => $"{problem.Message}\n{problem.StackTrace}",
        _ => problem.Message,
    };

    /// <summary>
    /// Ends the server by the same code and words. What is thrown while it starts is not caught where it starts, since whoever starts
    /// it inside another program, as tests do, is to see it.
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
