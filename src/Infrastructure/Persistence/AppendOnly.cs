using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Triggers that prevent changes and deletions in append-only tables. They are created again at each preparation, because SQLite drops
/// triggers when a migration rebuilds their table.
/// </summary>
internal static class AppendOnly
{
    private const string RefuseChangeFunction = """
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% of % is refused: it is only ever appended to', TG_OP, TG_TABLE_NAME; END $$
        """;

    /// <summary>Waits for a decision in progress; a decision waits for assessments that are being planned.</summary>
    private const string RefuseLatePlanFunction = """
        CREATE OR REPLACE FUNCTION refuse_late_plan() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE decided timestamptz;
        BEGIN
            SELECT decided_at INTO decided FROM cycles WHERE id = NEW.cycle_id FOR SHARE;
            IF decided IS NOT NULL THEN RAISE EXCEPTION 'INSERT of assessments is refused: their cycle is decided'; END IF;
            RETURN NEW;
        END $$
        """;

    private const string LatePlanTriggerOnPostgres = """
        CREATE OR REPLACE TRIGGER refuse_late_plan BEFORE INSERT ON assessments FOR EACH ROW EXECUTE FUNCTION refuse_late_plan()
        """;

    private const string LatePlanTriggerOnSqlite = """
        CREATE TRIGGER IF NOT EXISTS assessments_refuse_late_plan BEFORE INSERT ON assessments
        WHEN (SELECT decided_at FROM cycles WHERE id = NEW.cycle_id) IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'INSERT of assessments is refused: their cycle is decided'); END
        """;

    private const string OfDecided = "(SELECT is_decided FROM assessments WHERE id = OLD.assessment_id)";

    private static readonly string[] immutableTables =
    [
        "audit_entries", "audit_checkpoints", "decisions", "decided_institutions", "corrected_inputs", "unit_figures", "results", "publications",
    ];

    /// <summary>
    /// Tables that may change in some ways: chains grow, personal data is erased, and rows are frozen only by a decision. A late answer to a
    /// frozen sheet is still recorded as refused.
    /// </summary>
    private static readonly ForbiddenStatement[] restrictions =
    [
        new("audit_chains", "DELETE"),
        new("audit_personal_data", "UPDATE"),
        new("assessments", "UPDATE", "OLD.is_decided"),
        new("assessments", "DELETE", "OLD.is_decided"),
        new("cycles", "UPDATE", $"OLD.decided_at IS NOT NULL AND ({Changed("id", "year", "instrument", "opens_on", "closes_on", "plenary_on", "decided_at")} OR OLD.announced_at IS NOT NULL)"),
        new("cycles", "DELETE", "OLD.decided_at IS NOT NULL"),
        new("announcements", "UPDATE", "OLD.publication IS NOT NULL"),
        new("announcements", "DELETE"),
    ];

    private static readonly ForbiddenStatement[] onPostgres =
    [
        new("sheets", "UPDATE", "OLD.frozen AND NEW.answers <> OLD.answers"),
        new("sheets", "DELETE", "OLD.frozen"),
    ];

    private static readonly ForbiddenStatement[] onSqlite =
    [
        new("sheets", "UPDATE", $"NEW.answers <> OLD.answers AND {OfDecided}"),
        new("sheets", "DELETE", OfDecided),
    ];

    /// <summary>The conditions under which a new row has the same key as an existing one.</summary>
    private static readonly (string Table, string SameKey)[] keys =
    [
        ("audit_entries", "id = NEW.id OR (resource = NEW.resource AND sequence = NEW.sequence)"),
        ("audit_checkpoints", "number = NEW.number"),
        ("audit_personal_data", "entry_id = NEW.entry_id AND subject = NEW.subject"),
        ("decisions", "id = NEW.id OR number = NEW.number OR (cycle_id = NEW.cycle_id AND ordinal = NEW.ordinal)"),
        ("decided_institutions", "decision_id = NEW.decision_id AND institution_id = NEW.institution_id"),
        ("corrected_inputs", "decision_id = NEW.decision_id AND assessment_id = NEW.assessment_id"),
        ("unit_figures", "assessment_id = NEW.assessment_id AND inputs_sha256 = NEW.inputs_sha256"),
        ("results", "id = NEW.id OR supersedes = NEW.supersedes OR (subject_id = NEW.subject_id AND year = NEW.year AND revision = NEW.revision)"),
        ("publications", "number = NEW.number"),
    ];

    public static async Task Enforce(ComplianceDbContext db, CancellationToken cancellationToken)
    {
        var forbidden = immutableTables.SelectMany(table => new ForbiddenStatement[] { new(table, "UPDATE"), new(table, "DELETE") }).Concat(restrictions)
            .Concat(db is PostgresComplianceDbContext ? onPostgres : onSqlite).ToList();
        var statements = db is PostgresComplianceDbContext
            ? forbidden.Select(OnPostgres).Prepend(RefuseChangeFunction).Concat(forbidden.Select(statement => statement.Table).Distinct().Select(TruncateOnPostgres)).Append(RefuseLatePlanFunction).Append(LatePlanTriggerOnPostgres)
            : forbidden.Select(OnSqlite).Concat(keys.Select(ReplaceOnSqlite)).Append(LatePlanTriggerOnSqlite);

        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }

    private static string OnPostgres(ForbiddenStatement statement) => $"""
        CREATE OR REPLACE TRIGGER refuse_{statement.Name.ToLowerInvariant()} BEFORE {statement.Name} ON {statement.Table}
        FOR EACH ROW {(statement.When is null ? "" : $"WHEN ({statement.When})")} EXECUTE FUNCTION refuse_change()
        """;

    private static string TruncateOnPostgres(string table) => $"""
        CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
        """;

    private static string OnSqlite(ForbiddenStatement statement) => $"""
        CREATE TRIGGER IF NOT EXISTS {statement.Table}_refuse_{statement.Name.ToLowerInvariant()} BEFORE {statement.Name} ON {statement.Table}
        {(statement.When is null ? "" : $"WHEN {statement.When}")}
        BEGIN SELECT RAISE(ABORT, '{statement.Name} of {statement.Table} is refused: it is only ever appended to'); END
        """;

    /// <summary>REPLACE of SQLite deletes the existing row without firing the triggers of DELETE.</summary>
    private static string ReplaceOnSqlite((string Table, string SameKey) key) => $"""
        CREATE TRIGGER IF NOT EXISTS {key.Table}_refuse_replace BEFORE INSERT ON {key.Table}
        WHEN EXISTS (SELECT 1 FROM {key.Table} WHERE {key.SameKey})
        BEGIN SELECT RAISE(ABORT, 'REPLACE of {key.Table} is refused: it is only ever appended to'); END
        """;

    private static string Changed(params string[] columns) =>
        string.Join(" OR ", columns.Select(column => $"NEW.{column} IS DISTINCT FROM OLD.{column}"));

    /// <param name="Name">UPDATE or DELETE.</param>
    /// <param name="When">The condition under which it is forbidden; null for always.</param>
    private sealed record ForbiddenStatement(string Table, string Name, string? When = null);
}
