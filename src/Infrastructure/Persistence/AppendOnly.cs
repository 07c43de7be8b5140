using Microsoft.EntityFrameworkCore;

namespace Compliance.Infrastructure.Persistence;

/// <summary>
/// Makes the database itself refuse to change or remove what is only ever appended. Laid anew at each
/// preparation, since SQLite drops triggers when a migration rebuilds their table.
/// </summary>
internal static class AppendOnly
{
    private const string Refusing = """
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% of % is refused: it is only ever appended to', TG_OP, TG_TABLE_NAME; END $$
        """;

    /// <summary>Waits for a decision that is under way, and lets one wait for what is planned just now.</summary>
    private const string RefusingLatePlans = """
        CREATE OR REPLACE FUNCTION refuse_late_plan() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE decided timestamptz;
        BEGIN
            SELECT decided_at INTO decided FROM cycles WHERE id = NEW.cycle_id FOR SHARE;
            IF decided IS NOT NULL THEN RAISE EXCEPTION 'INSERT of assessments is refused: their cycle is decided'; END IF;
            RETURN NEW;
        END $$
        """;

    private const string LatePlansOnPostgres = """
        CREATE OR REPLACE TRIGGER refuse_late_plan BEFORE INSERT ON assessments FOR EACH ROW EXECUTE FUNCTION refuse_late_plan()
        """;

    private const string LatePlansOnSqlite = """
        CREATE TRIGGER IF NOT EXISTS assessments_refuse_late_plan BEFORE INSERT ON assessments
        WHEN (SELECT decided_at FROM cycles WHERE id = NEW.cycle_id) IS NOT NULL
        BEGIN SELECT RAISE(ABORT, 'INSERT of assessments is refused: their cycle is decided'); END
        """;

    private const string OfDecided = "(SELECT is_decided FROM assessments WHERE id = OLD.assessment_id)";

    private static readonly string[] untouchable =
    [
        "audit_entries", "audit_checkpoints", "decisions", "decided_institutions", "corrected_inputs", "unit_figures", "results", "publications",
    ];

    /// <summary>
    /// These change by appending, go when a person is erased, or rest once a decision rests on them; what they must never do is
    /// narrower. A late answer to a frozen sheet is still written down as refused.
    /// </summary>
    private static readonly ForbiddenStatement[] partly =
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

    /// <summary>What no two rows of a table share.</summary>
    private static readonly (string Table, string Taken)[] places =
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
        var deeds = untouchable.SelectMany(table => new ForbiddenStatement[] { new(table, "UPDATE"), new(table, "DELETE") }).Concat(partly)
            .Concat(db is PostgresComplianceDbContext ? onPostgres : onSqlite).ToList();
        var statements = db is PostgresComplianceDbContext
            ? deeds.Select(OnPostgres).Prepend(Refusing).Concat(deeds.Select(deed => deed.Table).Distinct().Select(NoTruncation)).Append(RefusingLatePlans).Append(LatePlansOnPostgres)
            : deeds.Select(OnSqlite).Concat(places.Select(NoReplacement)).Append(LatePlansOnSqlite);

        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }

    private static string OnPostgres(ForbiddenStatement deed) => $"""
        CREATE OR REPLACE TRIGGER refuse_{deed.Name.ToLowerInvariant()} BEFORE {deed.Name} ON {deed.Table}
        FOR EACH ROW {(deed.When is null ? "" : $"WHEN ({deed.When})")} EXECUTE FUNCTION refuse_change()
        """;

    private static string NoTruncation(string table) => $"""
        CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
        """;

    private static string OnSqlite(ForbiddenStatement deed) => $"""
        CREATE TRIGGER IF NOT EXISTS {deed.Table}_refuse_{deed.Name.ToLowerInvariant()} BEFORE {deed.Name} ON {deed.Table}
        {(deed.When is null ? "" : $"WHEN {deed.When}")}
        BEGIN SELECT RAISE(ABORT, '{deed.Name} of {deed.Table} is refused: it is only ever appended to'); END
        """;

    /// <summary>REPLACE of SQLite removes the row in its way, and the triggers of DELETE do not learn of it.</summary>
    private static string NoReplacement((string Table, string Taken) place) => $"""
        CREATE TRIGGER IF NOT EXISTS {place.Table}_refuse_replace BEFORE INSERT ON {place.Table}
        WHEN EXISTS (SELECT 1 FROM {place.Table} WHERE {place.Taken})
        BEGIN SELECT RAISE(ABORT, 'REPLACE of {place.Table} is refused: it is only ever appended to'); END
        """;

    private static string Changed(params string[] columns) =>
        string.Join(" OR ", columns.Select(column => $"NEW.{column} IS DISTINCT FROM OLD.{column}"));

    /// <param name="Name">UPDATE or DELETE.</param>
    /// <param name="When">Nothing where it is never allowed.</param>
    private sealed record ForbiddenStatement(string Table, string Name, string? When = null);
}
