using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

/// <summary>Many rows of one table in few commands, past the change tracker.</summary>
internal static class BulkInsert
{
    /// <summary>In one command; either database takes thousands of parameters.</summary>
    private const int MostRows = 100;

    public static async Task Into<T>(DbContext db, IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var chunk in rows.Chunk(MostRows))
        {
            var (sql, parameters) = TextOf(db, chunk);
            await db.Database.ExecuteSqlRawAsync(sql, parameters, cancellationToken);
        }
    }

    private static (string Sql, List<DbParameter> Parameters) TextOf<T>(DbContext db, T[] rows)
        where T : class
    {
        var entity = db.Model.FindEntityType(typeof(T))!;
        var columns = entity.GetProperties().ToList();
        using var maker = db.Database.GetDbConnection().CreateCommand();
        List<DbParameter> parameters = [];
        var sql = new StringBuilder("INSERT INTO ").Append(entity.GetTableName())
            .Append(" (").AppendJoin(", ", columns.Select(column => column.GetColumnName())).Append(") VALUES ");

        foreach (var row in rows)
        {
            sql.Append(parameters.Count == 0 ? "(" : ", (");

            foreach (var column in columns)
            {
                var name = FormattableString.Invariant($"@p{parameters.Count}");
                parameters.Add(column.GetRelationalTypeMapping().CreateParameter(maker, name, column.GetGetter().GetClrValue(row), nullable: true));
                sql.Append(column == columns[0] ? name : $", {name}");
            }

            sql.Append(')');
        }

        return (sql.ToString(), parameters);
    }
}
