using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// A database that does not answer, which work in the background outlives. Entity Framework wraps what the driver
/// says, Npgsql's transient failures in an <see cref="InvalidOperationException"/>.
/// </summary>
internal static class Outage
{
    public static bool Is(Exception problem) =>
        problem is DbException or DbUpdateException or TimeoutException || problem is InvalidOperationException { InnerException: { } inner } && Is(inner);
}
