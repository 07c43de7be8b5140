using System.Globalization;
using System.Reflection;
using Compliance.Infrastructure.Persistence;
using Compliance.Infrastructure.Persistence.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Compliance.Infrastructure.Audit;

/// <summary>Reads rows of audited tables through the change tracker, so that they look as they did when they were saved.</summary>
internal sealed class AuditedRows(ComplianceDbContext db)
{
    private const int Portion = 500;

    private static readonly MethodInfo load = Method(nameof(Load));
    private static readonly MethodInfo count = Method(nameof(CountOf));
    private static readonly MethodInfo page = Method(nameof(PageOf));

    /// <summary>Tracks the rows with these keys, and those that they own. For a composite key, all rows that share its first part.</summary>
    /// <param name="table">Not of an owned type.</param>
    public async Task Load(IEntityType table, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        var key = table.FindPrimaryKey()!.Properties;

        foreach (var portion in keys.Select(text => key.Count == 1 ? text : text.Split('/')[0]).Distinct().Chunk(Portion))
        {
            await (Task)load.MakeGenericMethod(table.ClrType, key[0].ClrType).Invoke(this, [key[0], portion, cancellationToken])!;
        }
    }

    public Task<int> Count(IEntityType table, CancellationToken cancellationToken) =>
        (Task<int>)count.MakeGenericMethod(table.ClrType).Invoke(this, [cancellationToken])!;

    /// <summary>Tracks the next rows of a table by key, and returns whether there were any.</summary>
    public Task<bool> Page(IEntityType table, int number, CancellationToken cancellationToken) =>
        (Task<bool>)page.MakeGenericMethod(table.ClrType).Invoke(this, [table.FindPrimaryKey()!, number, cancellationToken])!;

    public IEnumerable<EntityEntry> Tracked() => db.ChangeTracker.Entries().Where(entry => AuditModel.IsAudited(entry.Metadata));

    private async Task Load<TRow, TKey>(IProperty key, string[] texts, CancellationToken cancellationToken)
        where TRow : class
    {
        var (name, keys) = (key.Name, texts.Select(text => (TKey)FromText(key, text)).ToList());
        await All<TRow>().Where(row => keys.Contains(EF.Property<TKey>(row, name))).LoadAsync(cancellationToken);
    }

    private Task<int> CountOf<TRow>(CancellationToken cancellationToken)
        where TRow : class => db.Set<TRow>().IgnoreQueryFilters().CountAsync(cancellationToken);

    private async Task<bool> PageOf<TRow>(IKey key, int number, CancellationToken cancellationToken)
        where TRow : class
    {
        var names = key.Properties.Select(property => property.Name).ToList();
        var (first, last) = (names[0], names[^1]);
        var rows = All<TRow>().OrderBy(row => EF.Property<object>(row, first)).ThenBy(row => EF.Property<object>(row, last)).Skip(number * Portion).Take(Portion);

        return (await rows.ToListAsync(cancellationToken)).Count > 0;
    }

    /// <summary>Read by one query a collection: the snapshot lets them agree, and one query for all would multiply the rows.</summary>
    private IQueryable<TRow> All<TRow>()
        where TRow : class => db.Set<TRow>().IgnoreQueryFilters().AsSplitQuery();

    /// <summary>The inverse of <see cref="RowChanges.KeyOf"/> for one part of a key.</summary>
    private static object FromText(IProperty key, string text)
    {
        var converter = key.GetTypeMapping().Converter;
        var type = converter?.ProviderClrType ?? key.ClrType;
        object stored = type == typeof(Guid) ? Guid.Parse(text)
            : type == typeof(int) ? int.Parse(text, CultureInfo.InvariantCulture)
            : type == typeof(string) ? text
            : throw new NotSupportedException($"{key.DeclaringType.DisplayName()}.{key.Name}: no row is found by a {type.Name}.");

        return converter?.ConvertFromProvider(stored) ?? stored;
    }

    private static MethodInfo Method(string name) => typeof(AuditedRows).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic).Single(method => method.Name == name);
}
