using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// INSERT and UPDATE statements for rows of the model, built without the change tracker: tables, columns and conversions are those of the
/// model, and values are parameters.
/// </summary>
internal sealed class RowSql(DbContext db) : IDisposable
{
    private readonly StringBuilder text = new();
    private readonly DbCommand factory = db.Database.GetDbConnection().CreateCommand();
    private readonly List<DbParameter> parameters = [];

    public string Text => text.ToString();

    public IReadOnlyList<DbParameter> Parameters => parameters;

    /// <summary>The number of rows that the statements change.</summary>
    public int Rows { get; private set; }

    /// <param name="rows">At least one, all of one type.</param>
    public void Insert(params IReadOnlyList<object> rows)
    {
        var entity = EntityOf(rows[0]);
        var columns = entity.GetProperties().ToList();
        text.Append("INSERT INTO ").Append(entity.GetTableName())
            .Append(" (").AppendJoin(", ", columns.Select(column => column.GetColumnName())).Append(") VALUES ")
            .AppendJoin(", ", rows.Select(row => $"({string.Join(", ", columns.Select(column => Parameter(column, ValueOf(column, row))))})"))
            .Append(";\n");
        Rows += rows.Count;
    }

    /// <param name="key">The property that identifies the row.</param>
    /// <param name="expected">A property with the value that the row must still have.</param>
    /// <param name="changed">The properties to write.</param>
    public void Update(object row, string key, (string Property, object Value)? expected, params ReadOnlySpan<string> changed)
    {
        var entity = EntityOf(row);
        text.Append("UPDATE ").Append(entity.GetTableName()).Append(" SET ");

        for (var index = 0; index < changed.Length; index++)
        {
            text.Append(index == 0 ? "" : ", ");
            AppendEquality(entity, changed[index], null, row);
        }

        text.Append(" WHERE ");
        AppendEquality(entity, key, null, row);

        if (expected is { } before)
        {
            text.Append(" AND ");
            AppendEquality(entity, before.Property, before.Value, row);
        }

        text.Append(";\n");
        Rows++;
    }

    public void Dispose() => factory.Dispose();

    private static object? ValueOf(IProperty column, object row) => column.GetGetter().GetClrValue(row);

    private IEntityType EntityOf(object row) => db.Model.FindEntityType(row.GetType())!;

    private void AppendEquality(IEntityType entity, string name, object? value, object row)
    {
        var column = entity.FindProperty(name)!;
        text.Append(column.GetColumnName()).Append(" = ").Append(Parameter(column, value ?? ValueOf(column, row)));
    }

    private string Parameter(IProperty column, object? value)
    {
        var name = FormattableString.Invariant($"@p{parameters.Count}");
        parameters.Add(column.GetRelationalTypeMapping().CreateParameter(factory, name, value, nullable: true));

        return name;
    }
}
