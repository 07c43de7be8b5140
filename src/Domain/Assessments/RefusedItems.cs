using Compliance.Domain.Common;

namespace Compliance.Domain.Assessments;

/// <summary>The refused items of one sheet that are still open, in the order of arrival; at most one for each id.</summary>
internal sealed class RefusedItems
{
    private const int MostText = 8_000_000;

    private readonly OrderedDictionary<string, RefusedItem> items = [];
    private readonly Dictionary<string, string> keysOfIds = [];
    private int text;

    public IReadOnlyList<RefusedItem> All => items.Values;

    public bool Holds(string key) => items.ContainsKey(key);

    public RefusedItem? Find(string key) => items.GetValueOrDefault(key);

    public RefusedItem? OfId(string? id) => id is not null && keysOfIds.TryGetValue(id, out var key) ? items[key] : null;

    /// <summary>Throws if the list is full, so that no item is dropped silently.</summary>
    public void Add(RefusedItem item)
    {
        Rule.Require(items.Count < Sheet.MostRefused && text + item.Item.Length <= MostText, SheetErrors.TooManyRefused);
        items.Add(item.Key, item);
        text += item.Item.Length;

        if (item.Id is not null)
        {
            keysOfIds[item.Id] = item.Key;
        }
    }

    public void Remove(RefusedItem item)
    {
        items.Remove(item.Key);
        text -= item.Item.Length;

        if (item.Id is not null)
        {
            keysOfIds.Remove(item.Id);
        }
    }
}
