namespace Compliance.LongRun.Tests.FieldWork;

/// <summary>
/// What the world outside the program knows of one sheet: everything that left a device, everything that was
/// acknowledged, and nothing that was only hoped for.
/// </summary>
internal sealed class SheetBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<SentItem>> sent = [];
    private readonly HashSet<string> dropped = [];
    private readonly HashSet<string> adrift = [];
    private readonly List<Acknowledged> acknowledged = [];
    private readonly Dictionary<string, string> decided = [];
    private readonly Dictionary<string, int> settled = [];
    private readonly List<string> complaints = [];

    /// <summary>In the order in which each device read them.</summary>
    public IReadOnlyList<Acknowledged> Acknowledged => acknowledged;

    /// <summary>Conflicts that the supervisor tried to settle, and for which answer: "sent" or "standing".</summary>
    public IReadOnlyDictionary<string, string> Decided => decided;

    /// <summary>Settlements that were acknowledged, with the version that stood then.</summary>
    public IReadOnlyDictionary<string, int> Settled => settled;

    /// <summary>What was wrong already while it happened.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    public IReadOnlyList<SentItem> SentUnder(string key)
    {
        lock (gate)
        {
            return sent.GetValueOrDefault(key) ?? [];
        }
    }

    /// <summary>Lost on the device, before it was ever sent.</summary>
    public bool WasDropped(string key) => dropped.Contains(key);

    /// <summary>Whether it was in a request of unknown fate, which may take effect after later ones.</summary>
    public bool WasAdrift(string key) => adrift.Contains(key);

    public void Drop(IEnumerable<SentItem> items)
    {
        lock (gate)
        {
            dropped.UnionWith(items.Select(item => item.Key));
        }
    }

    public void Send(IEnumerable<SentItem> items)
    {
        lock (gate)
        {
            foreach (var item in items)
            {
                sent.TryAdd(item.Key, []);
                sent[item.Key].Add(item);
            }
        }
    }

    public void LoseSightOf(IEnumerable<SentItem> items)
    {
        lock (gate)
        {
            adrift.UnionWith(items.Select(item => item.Key));
        }
    }

    public void Acknowledge(IEnumerable<Acknowledged> items)
    {
        lock (gate)
        {
            acknowledged.AddRange(items);
        }
    }

    /// <returns>Whether it was tried before.</returns>
    public bool Decide(string conflict, string keep)
    {
        lock (gate)
        {
            return !decided.TryAdd(conflict, keep);
        }
    }

    public void Settle(string conflict, int version)
    {
        lock (gate)
        {
            settled[conflict] = version;
        }
    }

    public void Complain(string complaint)
    {
        lock (gate)
        {
            complaints.Add(complaint);
        }
    }
}
