using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// A database that is unavailable, which must not end background work. Entity Framework wraps the exceptions of the driver, and Npgsql's
/// transient failures in an <see cref="InvalidOperationException"/>.
/// </summary>
internal static class Outage
{
    public static bool Is(Exception problem) =>
        problem is DbException or DbUpdateException or TimeoutException || problem is InvalidOperationException { InnerException: { } inner } && Is(inner);
}
