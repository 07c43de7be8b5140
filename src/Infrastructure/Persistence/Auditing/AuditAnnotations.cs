using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Compliance.Infrastructure.Persistence.Auditing;

/// <summary>
/// How the configuration of a table declares its audit. Each table is <see cref="Audited"/> or <see cref="NotAudited{T}(EntityTypeBuilder{T})"/>;
/// without a declaration the program does not start. The table of an owned type declares nothing: its rows belong to the chain of their owner.
/// </summary>
internal static class AuditAnnotations
{
    internal const string ResourceKey = "Audit:Resource";
    internal const string SubjectKey = "Audit:Subject";
    internal const string NotAuditedKey = "Audit:NotAudited";
    internal const string DisclosureKey = "Audit:Disclosure";

    /// <summary>Every change of a row gets an entry in the save that makes it.</summary>
    /// <param name="resource">The chain of entries that the row belongs to.</param>
    /// <param name="subject">The person whose data the row holds; required if a column is <see cref="Personal"/>.</param>
    public static EntityTypeBuilder<T> Audited<T>(this EntityTypeBuilder<T> table, Func<T, string> resource, Func<T, string>? subject = null)
        where T : class
    {
        table.Metadata.SetAnnotation(ResourceKey, new Func<object, string>(row => resource((T)row)));

        if (subject is not null)
        {
            table.Metadata.SetAnnotation(SubjectKey, new Func<object, string>(row => subject((T)row)));
        }

        return table;
    }

    /// <summary>For tables that the program needs to run, and those of the audit itself.</summary>
    public static EntityTypeBuilder<T> NotAudited<T>(this EntityTypeBuilder<T> table)
        where T : class
    {
        table.Metadata.SetAnnotation(NotAuditedKey, true);

        return table;
    }

    /// <summary>The entry records that the column changed, never its value.</summary>
    public static T Secret<T>(this T column)
        where T : PropertyBuilder => column.Disclosing(Disclosure.Secret);

    /// <summary>For a column that names a person: the entry holds a hash of the value, which is stored where it can be erased (docs/decisions/0012).</summary>
    public static T Personal<T>(this T column)
        where T : PropertyBuilder => column.Disclosing(Disclosure.Personal);

    /// <summary>For a column that the entries determine: a sheet is the sum of its batches, and a decision contains the hash of what it decided.</summary>
    public static T NotAudited<T>(this T column)
        where T : PropertyBuilder => column.Disclosing(Disclosure.None);

    private static T Disclosing<T>(this T column, Disclosure disclosure)
        where T : PropertyBuilder
    {
        column.Metadata.SetAnnotation(DisclosureKey, disclosure);

        return column;
    }
}

/// <summary>How the entries record a column.</summary>
internal enum Disclosure
{
    Open,
    Personal,
    Secret,
    None,
}
