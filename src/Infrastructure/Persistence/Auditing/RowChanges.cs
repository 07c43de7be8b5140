using System.Globalization;
using System.Text.Json.Nodes;
using Compliance.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Compliance.Infrastructure.Persistence.Auditing;

/// <summary>
/// The change of one row: its columns before and after, as they are stored. Personal columns are kept separate, and of secret columns only the
/// name is recorded.
/// </summary>
/// <param name="Personal">Null if the row holds no personal data.</param>
internal sealed record RowChanges(JsonObject Open, JsonObject? Personal)
{
    public static RowChanges Of(EntityEntry entry)
    {
        var sides = new Dictionary<Disclosure, (JsonObject Before, JsonObject After)>();
        var replaced = new JsonArray();

        foreach (var property in entry.Properties.Where(property => Changes(entry, property)))
        {
            var disclosure = AuditModel.DisclosureOf(property);
            var column = property.Metadata.GetColumnName();

            if (disclosure is Disclosure.Secret)
            {
                replaced.Add(column);
            }
            else if (disclosure is not Disclosure.None)
            {
                Compare(entry, property, column, sides.TryGetValue(disclosure, out var side) ? side : sides[disclosure] = (new(), new()));
            }
        }

        var open = new JsonObject { ["table"] = entry.Metadata.GetTableName(), ["key"] = KeyOf(entry) };
        Add(open, sides.GetValueOrDefault(Disclosure.Open));

        if (replaced.Count > 0)
        {
            open["replaced"] = replaced;
        }

        if (!sides.TryGetValue(Disclosure.Personal, out var persons) || persons.After.Count == 0)
        {
            return new(open, null);
        }

        var personal = new JsonObject { ["table"] = entry.Metadata.GetTableName() };
        Add(personal, persons);

        return new(open, personal);
    }

    /// <summary>The change of one column of a row that is not tracked.</summary>
    public static JsonObject OfOne(IProperty property, string key, object before, object after)
    {
        var column = property.GetColumnName();
        var open = new JsonObject { ["table"] = property.DeclaringType.GetTableName(), ["key"] = key };
        Add(open, (new() { [column] = Stored(property, before) }, new() { [column] = Stored(property, after) }));

        return open;
    }

    private static bool Changes(EntityEntry entry, PropertyEntry property) => entry.State switch
    {
        EntityState.Added => property.CurrentValue is not null,
        EntityState.Deleted => property.OriginalValue is not null,
        _ => property.IsModified && !property.Metadata.GetValueComparer().Equals(property.OriginalValue, property.CurrentValue),
    };

    private static void Compare(EntityEntry entry, PropertyEntry property, string column, (JsonObject Before, JsonObject After) side)
    {
        // A previous personal value is in the entry that introduced it, where it can be erased.
        if (entry.State != EntityState.Added && property.OriginalValue is { } before && AuditModel.DisclosureOf(property) == Disclosure.Open)
        {
            side.Before[column] = Stored(property.Metadata, before);
        }

        if (entry.State != EntityState.Deleted && property.CurrentValue is { } after)
        {
            side.After[column] = Stored(property.Metadata, after);
        }
    }

    private static void Add(JsonObject to, (JsonObject? Before, JsonObject? After) side)
    {
        if (side.Before is { Count: > 0 })
        {
            to["before"] = side.Before;
        }

        if (side.After is { Count: > 0 })
        {
            to["after"] = side.After;
        }
    }

    /// <summary>The stored form of the primary key, its parts separated by slashes.</summary>
    internal static string KeyOf(EntityEntry entry) => string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties
        .Select(property => $"{Stored(property, entry.Property(property.Name).CurrentValue!)}"));

    /// <summary>Converts a value to the stored form of its column, which is the same for both databases.</summary>
    internal static JsonNode? Stored(IProperty property, object value) =>
        (property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value) switch
        {
            string text when property.GetTypeMapping().Converter is not null && text.StartsWith('{') | text.StartsWith('[') => JsonNode.Parse(text),
            string text => text,
            bool flag => flag,
            int number => number,
            long number => number,
            Guid id => id.ToString(),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => Instants.Write(instant),
            byte[] bytes => Convert.ToBase64String(bytes),
            var other => throw new NotSupportedException($"{property.DeclaringType.DisplayName()}.{property.Name}: {other.GetType().Name} has no representation in the audit."),
        };
}
