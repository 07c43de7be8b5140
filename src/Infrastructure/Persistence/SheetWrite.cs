using System.Data.Common;
using System.Text;
using System.Text.Json.Nodes;
using Compliance.Application.Assessments;
using Compliance.Domain.Assessments;
using Compliance.Domain.Audit;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// The commands that write a changed sheet, as one text for one round trip; the change tracker would cost more than all the
/// rest of a batch (bench/README.md, W1). Whoever comes second finds the place at the end of the chain taken, which takes back
/// all of it. Tables come in the order in which the change tracker saves them, so that the two never wait for each other.
/// </summary>
internal sealed class SheetWrite
{
    private readonly DbContext db;
    private readonly StringBuilder sql = new();
    private readonly DbCommand maker;
    private readonly List<DbParameter> parameters = [];
    private int rows;

    /// <param name="audit">Nothing where the bench measures what the audit costs.</param>
    public SheetWrite(ComplianceDbContext db, SheetState state, string log, AuditWriter? audit, DateTimeOffset now)
    {
        this.db = db;
        maker = db.Database.GetDbConnection().CreateCommand();
        var changes = Begin(state);

        if (audit is not null)
        {
            var before = state.Chain.Length;
            var (entry, personal) = audit.Append(state.Chain, now, changes, log, []);

            if (before == 0)
            {
                Insert(state.Chain);
            }
            else
            {
                Update(
                    state.Chain, nameof(AuditChain.Resource), (nameof(AuditChain.Length), before), nameof(AuditChain.Length), nameof(AuditChain.Head));
            }

            Insert(entry);

            foreach (var data in personal)
            {
                Insert(data);
            }
        }

        Update(
            state.Row,
            nameof(SheetRow.AssessmentId),
            (nameof(SheetRow.Version), state.Row.Version - 1),
            nameof(SheetRow.Version),
            nameof(SheetRow.Answers),
            nameof(SheetRow.Open),
            nameof(SheetRow.Seen));
    }

    /// <exception cref="InvalidOperationException">Other rows were written than all: a fault of the program, not of the caller.</exception>
    public async Task Run(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var written = await database.ExecuteSqlRawAsync(sql.ToString(), parameters, cancellationToken);

        if (written != rows)
        {
            throw new InvalidOperationException($"A sheet was written as {written} rows instead of {rows}.");
        }
    }

    /// <summary>The first answer opens the field work, which is a change of the assessment itself.</summary>
    private string? Begin(SheetState state)
    {
        if (state.Assessment.Status == state.StatusBefore)
        {
            return null;
        }

        Update(state.Assessment, nameof(Assessment.Id), null, nameof(Assessment.Status));
        var status = PropertyOf(typeof(Assessment), nameof(Assessment.Status));

        return CanonicalJson.Of(new JsonArray(RowChanges.OfOne(
            status, state.Assessment.Id.Value.ToString(), state.StatusBefore, state.Assessment.Status)));
    }

    private void Insert(object row)
    {
        var entity = db.Model.FindEntityType(row.GetType())!;
        var columns = entity.GetProperties().ToList();
        sql.Append("INSERT INTO ").Append(entity.GetTableName()).Append(" (").AppendJoin(", ", columns.Select(column => column.GetColumnName()))
            .Append(") VALUES (").AppendJoin(", ", columns.Select(column => Parameter(column, column.GetGetter().GetClrValue(row)))).Append(");\n");
        rows++;
    }

    private void Update(object row, string key, (string Property, object Value)? before, params ReadOnlySpan<string> changed)
    {
        var entity = db.Model.FindEntityType(row.GetType())!;
        sql.Append("UPDATE ").Append(entity.GetTableName()).Append(" SET ");

        for (var index = 0; index < changed.Length; index++)
        {
            sql.Append(index == 0 ? "" : ", ");
            Equal(entity, changed[index], null, row);
        }

        sql.Append(" WHERE ");
        Equal(entity, key, null, row);

        if (before is { } expected)
        {
            sql.Append(" AND ");
            Equal(entity, expected.Property, expected.Value, row);
        }

        sql.Append(";\n");
        rows++;
    }

    private void Equal(IEntityType entity, string name, object? value, object row)
    {
        var column = entity.FindProperty(name)!;
        sql.Append(column.GetColumnName()).Append(" = ").Append(Parameter(column, value ?? column.GetGetter().GetClrValue(row)));
    }

    private string Parameter(IProperty column, object? value)
    {
        var name = FormattableString.Invariant($"@p{parameters.Count}");
        parameters.Add(column.GetRelationalTypeMapping().CreateParameter(maker, name, value, nullable: true));

        return name;
    }

    private IProperty PropertyOf(Type entity, string name) => db.Model.FindEntityType(entity)!.FindProperty(name)!;
}
