using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

/// <summary>Inserts many rows of one table with few commands, without the change tracker.</summary>
internal static class BulkInsert
{
    /// <summary>The rows of one command; both databases allow thousands of parameters.</summary>
    private const int MostRows = 100;

    public static async Task Into<T>(DbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var chunk in rows.Chunk(MostRows))
        {
            using var sql = new RowSql(db);
            sql.Insert(chunk);
            await db.Database.ExecuteSqlRawAsync(sql.Text, sql.Parameters, cancellationToken);
        }
    }
}
