using System.Collections.Concurrent;
using System.Text.Json;
using Compliance.Domain.Instruments;

namespace Compliance.Application.Instruments;

/// <summary>A published instrument, both for computing and for display.</summary>
public sealed record KnownInstrument(Instrument Instrument, InstrumentDocument Document, string Sha256, DateTimeOffset PublishedAt);

/// <summary>
/// Caches published instruments. They never change, so entries never expire.
/// </summary>
public sealed class InstrumentLibrary
{
    private readonly ConcurrentDictionary<string, KnownInstrument> known = new(StringComparer.Ordinal);

    /// <summary>Returns the instrument with this code; null if there is none.</summary>
    public async Task<KnownInstrument?> Find(IComplianceDb db, string code, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(code, out var found))
        {
            return found;
        }

        var published = await db.Instruments.AsNoTracking().SingleOrDefaultAsync(each => each.Code == code, cancellationToken);

        return published is null ? null : known.GetOrAdd(code, Read(published));
    }

    public async Task<KnownInstrument> Get(IComplianceDb db, string code, CancellationToken cancellationToken) =>
        await Find(db, code, cancellationToken) ?? throw new NotFoundException(ResourceKind.Instrument, code);

    /// <summary>Returns the instruments with these codes, by code.</summary>
    public async Task<IReadOnlyDictionary<string, KnownInstrument>> Of(IComplianceDb db, IEnumerable<string> codes, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, KnownInstrument>(StringComparer.Ordinal);

        foreach (var code in codes.Distinct())
        {
            found.Add(code, await Get(db, code, cancellationToken));
        }

        return found;
    }

    public async Task<IReadOnlyList<KnownInstrument>> All(IComplianceDb db, CancellationToken cancellationToken)
    {
        foreach (var code in await db.Instruments.Select(each => each.Code).ToListAsync(cancellationToken))
        {
            await Find(db, code, cancellationToken);
        }

        return [.. known.Values.OrderByDescending(each => each.Instrument.Code, StringComparer.Ordinal)];
    }

    private static KnownInstrument Read(PublishedInstrument published)
    {
        var document = JsonSerializer.Deserialize(published.Content, InstrumentJson.Default.InstrumentDocument)!;

        return new(document.ToInstrument(), document, published.Sha256, published.PublishedAt);
    }
}
