using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// A database that is unavailable, which must not end background work, and is no error of the program. Entity Framework wraps the exceptions of the
/// driver, and Npgsql's transient failures in an <see cref="InvalidOperationException"/>.
/// </summary>
public static class Outage
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteProtocol = 15;

    public static bool Is(Exception problem) =>
        problem is DbException or DbUpdateException or TimeoutException || problem is InvalidOperationException { InnerException: { } inner } && Is(inner);

    /// <summary>
    /// Whether the same request may succeed later, because the database is locked, full, overloaded, restarting or not reachable, or ended a deadlock.
    /// Any other failure of the database is an error of the program.
    /// </summary>
    public static bool IsTemporary(Exception problem) => DriverFailureOf(problem) switch
    {
        SqliteException
        {
            SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteReadOnly or SqliteInputOutput or SqliteFull or SqliteCannotOpen or SqliteProtocol,
        } => true,
        PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } => true,
        { } failure => failure.IsTransient,
        null => false,
    };

    /// <summary>Whether the database ended a deadlock by rolling back this statement; the other party has continued.</summary>
    internal static bool IsDeadlock(Exception problem) => DriverFailureOf(problem) is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

    private static DbException? DriverFailureOf(Exception? problem) => problem switch
    {
        null => null,
        DbException failure => failure,
        _ => DriverFailureOf(problem.InnerException),
    };
}
