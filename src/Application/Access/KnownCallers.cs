using System.Collections.Concurrent;
using Compliance.Domain.Access;

namespace Compliance.Application.Access;

/// <summary>
/// Callers looked up lately, so that a request needs no query for who asks. What changes here counts at once on
/// this instance and after <see cref="Life"/> on the others.
/// </summary>
public sealed class KnownCallers(TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, (Caller Caller, DateTimeOffset Until)> known = new();

    public Caller? Find(string credential) =>
        known.TryGetValue(credential, out var found) && clock.GetUtcNow() < found.Until ? found.Caller : null;

    public void Keep(string credential, Caller caller)
    {
        if (known.Count >= Most)
        {
            known.Clear();
        }

        known[credential] = (caller, clock.GetUtcNow() + Life);
    }

    /// <summary>After any change of accounts, sessions or keys: they change seldom, so all are looked up anew.</summary>
    public void Clear() => known.Clear();
}
