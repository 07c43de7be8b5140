using System.Data.Common;
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
/// The commands that write a changed sheet, as one text for one round trip; the change tracker would cost more than the rest of a
/// batch (bench/README.md, W1). A second writer to the same chain violates a key, which rolls back its whole write. Tables are written in the same order
/// as by the change tracker, so that the two never deadlock.
/// </summary>
internal sealed class SheetWrite
{
    private readonly string text;
    private readonly IReadOnlyList<DbParameter> parameters;
    private readonly int rows;

    /// <param name="audit">Null in the benchmark that measures the cost of the audit.</param>
    public SheetWrite(ComplianceDbContext db, SheetState state, string log, AuditWriter? audit, DateTimeOffset now)
    {
        using var sql = new RowSql(db);
        var changes = WriteStatus(sql, db.Model, state);

        if (audit is not null)
        {
            var before = state.Chain.Length;
            var (entry, personal) = audit.Append(state.Chain, now, changes, log, []);

            if (before == 0)
            {
                sql.Insert(state.Chain);
            }
            else
            {
                sql.Update(
                    state.Chain, nameof(AuditChain.Resource), (nameof(AuditChain.Length), before), nameof(AuditChain.Length), nameof(AuditChain.Head));
            }

            sql.Insert(entry);

            foreach (var data in personal)
            {
                sql.Insert(data);
            }
        }

        sql.Update(
            state.Row,
            nameof(SheetRow.AssessmentId),
            (nameof(SheetRow.Version), state.Row.Version - 1),
            nameof(SheetRow.Version),
            nameof(SheetRow.Answers),
            nameof(SheetRow.Open),
            nameof(SheetRow.Seen));
        (text, parameters, rows) = (sql.Text, sql.Parameters, sql.Rows);
    }

    /// <exception cref="InvalidOperationException">Fewer rows were written than expected, which is an error of the program, not of the caller.</exception>
    public async Task Run(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var written = await database.ExecuteSqlRawAsync(text, parameters, cancellationToken);

        if (written != rows)
        {
            throw new InvalidOperationException($"A sheet was written as {written} rows instead of {rows}.");
        }
    }

    /// <summary>If the answers changed the status of their assessment, it is written with them.</summary>
    private static string? WriteStatus(RowSql sql, IModel model, SheetState state)
    {
        if (state.Assessment.Status == state.StatusBefore)
        {
            return null;
        }

        sql.Update(state.Assessment, nameof(Assessment.Id), null, nameof(Assessment.Status));
        var status = model.FindEntityType(typeof(Assessment))!.FindProperty(nameof(Assessment.Status))!;

        return CanonicalJson.Of(new JsonArray(RowChanges.OfOne(
            status, state.Assessment.Id.Value.ToString(), state.StatusBefore, state.Assessment.Status)));
    }
}
