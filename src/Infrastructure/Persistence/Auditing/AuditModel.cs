using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Compliance.Infrastructure.Persistence.Auditing;

/// <param name="Resource">Null for an owned type, and for a table that is not audited.</param>
/// <param name="Columns">The columns that are not <see cref="Disclosure.Open"/>, by property name.</param>
internal sealed record AuditedTable(
    bool IsAudited, Func<object, string>? Resource, Func<object, string>? Subject, IReadOnlyDictionary<string, Disclosure> Columns);

/// <summary>Determines the chain of entries of a changed row, and how its columns are recorded.</summary>
internal static class AuditModel
{
    private const string Key = "Audit:Model";

    public static void Attach(IModel model, IReadOnlyDictionary<string, AuditedTable> tables)
    {
        foreach (var entity in model.GetEntityTypes())
        {
            entity.AddRuntimeAnnotation(Key, tables[entity.Name]);
        }
    }

    public static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && TableOf(entry).IsAudited;

    public static bool IsAudited(IReadOnlyEntityType entity) => TableOf(entity).IsAudited;

    public static Disclosure DisclosureOf(IProperty property) => TableOf((IEntityType)property.DeclaringType).Columns.GetValueOrDefault(property.Name);

    public static bool Touches(DbContext db) => db.ChangeTracker.Entries().Any(IsAudited);

    /// <summary>An owned row belongs to the chain of its owner.</summary>
    public static string ResourceOf(EntityEntry entry)
    {
        if (entry.Metadata.FindOwnership() is not { } ownership)
        {
            return TableOf(entry).Resource!(entry.Entity);
        }

        var key = ownership.Properties.Select(property => entry.Property(property.Name).CurrentValue).ToList();
        var owner = entry.Context.ChangeTracker.Entries().First(each =>
            each.Metadata == ownership.PrincipalEntityType
            && ownership.PrincipalKey.Properties.Select(property => each.Property(property.Name).CurrentValue).SequenceEqual(key));

        return ResourceOf(owner);
    }

    /// <summary>The person whose data a row holds; for an owned row the key of its owner.</summary>
    public static string SubjectOf(EntityEntry entry) => TableOf(entry).Subject is { } subject
        ? subject(entry.Entity)
        : string.Join('/', entry.Metadata.FindOwnership()!.Properties.Select(property => RowChanges.Stored(property, entry.Property(property.Name).CurrentValue!)));

    public static Disclosure DisclosureOf(PropertyEntry property) => TableOf(property.EntityEntry).Columns.GetValueOrDefault(property.Metadata.Name);

    private static AuditedTable TableOf(EntityEntry entry) => TableOf(entry.Metadata);

    private static AuditedTable TableOf(IReadOnlyEntityType entity) => (AuditedTable)((IEntityType)entity).FindRuntimeAnnotationValue(Key)!;
}
