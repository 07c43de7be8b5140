using System.Collections.Concurrent;
using Compliance.Application.Results;
using Compliance.Domain.Common;

namespace Compliance.Api.Documents;

/// <summary>
/// Announced results never change, so their responses are serialised once and cached as bytes until the next
/// publication (decision 0008), or until the clearance of an institution changes. This is the only place where reads bypass the mediator.
/// </summary>
internal sealed class PublishedDocuments(LatestPublication latest)
{
    /// <summary>Above this size, the cache is cleared and filled again on demand.</summary>
    private const long MostBytes = 128 * 1024 * 1024;

    private volatile Shelf shelf = new(0, 0);

    /// <summary>The documents of the newest publication. Take the shelf before reading, so that old data never get onto a new shelf.</summary>
    public Shelf Current
    {
        get
        {
            var current = shelf;

            if (current.Publication != latest.Number || current.Clearances != latest.Clearances || current.Bytes > MostBytes)
            {
                shelf = current = new(latest.Number, latest.Clearances);
            }

            return current;
        }
    }

    internal sealed class Shelf(int publication, int clearances)
    {
        private readonly ConcurrentDictionary<Address, StoredDocument> documents = new();
        private long bytes;

        public int Publication { get; } = publication;

        public int Clearances { get; } = clearances;

        public long Bytes => Interlocked.Read(ref bytes);

        public StoredDocument? Find(Address address) => documents.GetValueOrDefault(address);

        public void Keep(Address address, StoredDocument document)
        {
            if (documents.TryAdd(address, document))
            {
                Interlocked.Add(ref bytes, document.Length);
            }
        }
    }

    internal readonly record struct Address(string Path, string Query, Language Language)
    {
        public static Address Of(HttpContext http) =>
            new(http.Request.Path.Value ?? "", http.Request.QueryString.Value ?? "", http.ReaderLanguage());
    }
}

internal static class PublishedDocumentsMiddleware
{
    public static void UsePublishedDocuments(this WebApplication app)
    {
        var documents = app.Services.GetRequiredService<PublishedDocuments>();

        app.Use((http, next) =>
        {
            if (!HttpMethods.IsGet(http.Request.Method))
            {
                return next(http);
            }

            var shelf = documents.Current;

            if (shelf.Find(PublishedDocuments.Address.Of(http)) is { } found)
            {
                return found.WriteTo(http);
            }

            http.Features.Set(shelf);

            return next(http);
        });
    }
}
