using System.Collections.Concurrent;
using Compliance.Domain.Access;

namespace Compliance.Application.Access;

/// <summary>
/// Caches callers, so that a request needs no query to identify its caller. A change applies at once on
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

    /// <summary>Called after any change of accounts, sessions or keys. These are rare, so the whole cache is cleared.</summary>
    public void Clear() => known.Clear();
}
