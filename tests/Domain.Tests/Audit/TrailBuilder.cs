using System.Text.Json.Nodes;
using Compliance.Domain.Audit;

namespace Compliance.Domain.Tests.Audit;

/// <summary>Makes a trail as the product would: appends, seals now and then, erases whom it must.</summary>
internal sealed class TrailBuilder(Random random)
{
    public const string Kept = "01890000-0000-7000-8000-00000000000a";
    public const string Erased = "01890000-0000-7000-8000-00000000000b";

    private static readonly string[] Resources =
        ["assessments/2", "cycles/2023", "institutions/\"é\" 👶", "results/2023", "units/\ufb33", "accounts/01890000"];

    private static readonly string[] Subjects = [Kept, Erased, PersonalData.Anonymous];

    private readonly List<Checkpoint> checkpoints = [];
    private readonly Dictionary<string, AuditChain> chains = [];
    private readonly List<AuditEntry> entries = [];
    private readonly List<PersonalData> personal = [];
    private DateTimeOffset now = new(2023, 6, 1, 5, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Four to seven chains of 1 to 20 entries, two to five checkpoints, entries that none covers yet; an account
    /// is erased, and origins are purged, with data before and after.
    /// </summary>
    public static Trail Any(Random random, params SigningKey[] keys)
    {
        var builder = new TrailBuilder(random);
        var steps = StepsOf(random);
        var seals = random.GetItems(steps.Index().Select(step => step.Index).ToArray(), 3).Append(steps.Length / 2).Append(steps.Length - 1).ToHashSet();
        var (erasure, purge) = (random.Next(steps.Length), random.Next(steps.Length));

        foreach (var (step, resource) in steps.Index())
        {
            builder.Append(resource, "change", [.. Subjects.Where(subject => random.Next(3) == 0 && (step < erasure || subject != Erased))]);

            if (step == erasure)
            {
                builder.Erase(Erased);
            }

            if (step == purge)
            {
                builder.Purge();
            }

            if (seals.Contains(step))
            {
                builder.Seal(keys[step * keys.Length / steps.Length]);
            }
        }

        return builder.Append("assessments/1", "change", Kept, PersonalData.Anonymous).Build();
    }

    /// <summary>
    /// a: three entries, of which each checkpoint seals some; the first has data of an account that is kept. b: three,
    /// sealed by the second checkpoint. c: two, not sealed yet.
    /// </summary>
    public static TrailBuilder Sample(SigningKey first, SigningKey second)
    {
        var builder = new TrailBuilder(new(1)).Append("a", "change", Kept);
        builder.Seal(first);
        builder.Append("a", "change").Append("a", "change").Append("b", "change").Append("b", "change").Append("b", "change");
        builder.Seal(second);

        return builder.Append("c", "change").Append("c", "change");
    }

    public TrailBuilder Append(string resource, string useCase, params string[] subjects)
    {
        now = now.AddTicks(random.Next(1, 100_000_000));
        var id = AuditEntryId.From(RandomId());
        PersonalData[] committed = [.. subjects.Select(subject => new PersonalData(id, subject, Convert.ToBase64String(Bytes(PersonalData.SaltBytes)), Fragment()))];
        var reason = random.Next(2) == 0 ? null : $"alasan \"{random.Next()}\"\n👶";

        entries.Add(ChainOf(resource).Append(new(id, now, Someone(), useCase, reason, Maybe(), Maybe(), committed)));
        personal.AddRange(committed);

        return this;
    }

    public void Erase(string account)
    {
        Append($"accounts/{account}", PersonalData.EraseAccount);
        personal.RemoveAll(data => data.Subject == account);
    }

    /// <summary>As the product does it: the newer half stays.</summary>
    public void Purge()
    {
        var old = entries.Take(entries.Count / 2).Select(entry => entry.Id).ToHashSet();
        Append("origins", PersonalData.PurgeOrigins);
        personal.RemoveAll(data => data.Subject == PersonalData.Anonymous && old.Contains(data.EntryId));
    }

    public void Seal(SigningKey key)
    {
        var grown = chains.Values.Where(chain => chain.Length > chain.SealedLength).ToList();

        if (grown.Count > 0)
        {
            checkpoints.Add(Checkpoint.Seal(checkpoints.LastOrDefault(), [.. grown.Select(chain => new SealedChain(chain.Resource, chain.Length, chain.Head))], now, key));
            grown.ForEach(chain => chain.Seal(chain.Length));
        }
    }

    public Trail Build() => new(checkpoints, [.. chains.Values], entries, personal);

    private static string[] StepsOf(Random random)
    {
        var others = Resources.ToArray();
        random.Shuffle(others);
        string[] chosen = [.. others.Take(random.Next(1, 5)), "assessments/1", "origins", $"accounts/{Erased}"];
        string[] steps = [.. chosen.SelectMany(resource => Enumerable.Repeat(resource, Math.Min(random.Next(1, 21), random.Next(1, 21))))];
        random.Shuffle(steps);

        return steps;
    }

    private AuditChain ChainOf(string resource)
    {
        if (!chains.TryGetValue(resource, out var chain))
        {
            chains.Add(resource, chain = AuditChain.Start(resource));
        }

        return chain;
    }

    private Actor Someone() => random.Next(4) switch
    {
        0 => new("account", RandomId().ToString(), null, "session"),
        1 => new("apiKey", RandomId().ToString(), null, null),
        2 => new("external", "4711", "https://sso.example/\"é\"", null),
        _ => new("anonymous", null, null, null),
    };

    private string? Maybe() => random.Next(3) == 0 ? null : Fragment();

    private string Fragment() => CanonicalJson.Of(new JsonObject
    {
        ["score"] = random.Next(10_000) / 100m,
        ["note"] = random.GetItems(["loket 3", "\"Disdukcapil\"", "lantai 2\n– 👶", ""], 1)[0],
        ["levels"] = new JsonArray([.. Enumerable.Range(0, random.Next(6)).Select(_ => JsonValue.Create(random.Next(5)))]),
    });

    private Guid RandomId() => new(Bytes(16));

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);

        return bytes;
    }
}
