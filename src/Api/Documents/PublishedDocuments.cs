using Compliance.Application.Results;
using Microsoft.Extensions.Caching.Memory;

namespace Compliance.Api.Documents;

/// <summary>
/// Announced results never change, so their responses are serialised once and cached as bytes until the next
/// publication (decision 0008), or until the clearance of an institution changes. This is the only place where reads bypass the mediator.
/// </summary>
internal sealed class PublishedDocuments(LatestPublication latest) : IDisposable
{
    /// <summary>Above this size, the documents that were not read for longest make room.</summary>
    private const long MostBytes = 128 * 1024 * 1024;

    /// <summary>A larger document is not kept.</summary>
    private const int LargestDocument = 4 * 1024 * 1024;

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private volatile Shelf? shelf;

    /// <summary>The documents of the newest publication. Take the shelf before reading, so that old data never get onto a new shelf.</summary>
    public Shelf Current
    {
        get
        {
            var current = shelf;

            if (current is null || current.Publication != latest.Number || current.Clearances != latest.Clearances)
            {
                shelf = current = new(cache, latest.Number, latest.Clearances);
                cache.Clear();
            }

            return current;
        }
    }

    public long Count => cache.Count;

    public void Dispose() => cache.Dispose();

    internal sealed class Shelf(MemoryCache cache, int publication, int clearances)
    {
        public int Publication => publication;

        public int Clearances => clearances;

        public StoredDocument? Find(PublishedAddress address) => cache.Get<StoredDocument>(new Key(this, address));

        public void Keep(PublishedAddress address, StoredDocument document)
        {
            if (document.Size <= LargestDocument)
            {
                cache.Set(new Key(this, address), document, new MemoryCacheEntryOptions { Size = document.Size });
            }
        }
    }

    private sealed record Key(Shelf Shelf, PublishedAddress Address);
}

internal static class PublishedDocumentsMiddleware
{
    public static void UsePublishedDocuments(this WebApplication app)
    {
        var documents = app.Services.GetRequiredService<PublishedDocuments>();

        app.Use((http, next) =>
        {
            if (!ContentEncodings.IsRead(http.Request) || PublishedAddress.Of(http) is not { } address)
            {
                return next(http);
            }

            var shelf = documents.Current;

            if (shelf.Find(address) is { } found)
            {
                return found.WriteTo(http);
            }

            http.Features.Set(new PublishedPlace(shelf, address));

            return next(http);
        });
    }
}

/// <summary>Where a response to this request may be kept.</summary>
internal sealed record PublishedPlace(PublishedDocuments.Shelf Shelf, PublishedAddress Address)
{
    public void Keep(StoredDocument document) => Shelf.Keep(Address, document);
}
