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

    private static readonly string[] untouchable = ["audit_entries", "audit_checkpoints"];

    /// <summary>These change by appending, or go when a person is erased; what they must never do is narrower.</summary>
    private static readonly (string Table, string Deed)[] partly = [("audit_chains", "DELETE"), ("audit_personal_data", "UPDATE")];

    /// <summary>What no two rows of a table share.</summary>
    private static readonly (string Table, string Taken)[] places =
    [
        ("audit_entries", "id = NEW.id OR (resource = NEW.resource AND sequence = NEW.sequence)"),
        ("audit_checkpoints", "number = NEW.number"),
        ("audit_personal_data", "entry_id = NEW.entry_id AND subject = NEW.subject"),
    ];

    public static async Task Enforce(ComplianceDbContext db, CancellationToken cancellationToken)
    {
        var deeds = untouchable.SelectMany(table => new (string Table, string Deed)[] { (table, "UPDATE"), (table, "DELETE") }).Concat(partly).ToList();
        var statements = db is PostgresComplianceDbContext
            ? deeds.Select(OnPostgres).Prepend(Refusing).Concat(deeds.Select(deed => deed.Table).Distinct().Select(NoTruncation))
            : deeds.Select(OnSqlite).Concat(places.Select(NoReplacement));

        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }

    private static string OnPostgres((string Table, string Deed) deed) => $"""
        CREATE OR REPLACE TRIGGER refuse_{deed.Deed.ToLowerInvariant()} BEFORE {deed.Deed} ON {deed.Table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()
        """;

    private static string NoTruncation(string table) => $"""
        CREATE OR REPLACE TRIGGER refuse_truncate BEFORE TRUNCATE ON {table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
        """;

    private static string OnSqlite((string Table, string Deed) deed) => $"""
        CREATE TRIGGER IF NOT EXISTS {deed.Table}_refuse_{deed.Deed.ToLowerInvariant()} BEFORE {deed.Deed} ON {deed.Table}
        BEGIN SELECT RAISE(ABORT, '{deed.Deed} of {deed.Table} is refused: it is only ever appended to'); END
        """;

    /// <summary>REPLACE of SQLite removes the row in its way, and the triggers of DELETE do not learn of it.</summary>
    private static string NoReplacement((string Table, string Taken) place) => $"""
        CREATE TRIGGER IF NOT EXISTS {place.Table}_refuse_replace BEFORE INSERT ON {place.Table}
        WHEN EXISTS (SELECT 1 FROM {place.Table} WHERE {place.Taken})
        BEGIN SELECT RAISE(ABORT, 'REPLACE of {place.Table} is refused: it is only ever appended to'); END
        """;
}
