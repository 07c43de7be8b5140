using Compliance.Domain.Audit;
using Compliance.Domain.Common;

namespace Compliance.TestKit;

/// <summary>What somebody can do to the trail who writes SQL and knows how it is computed, but does not have the key.</summary>
public static class Forgery
{
    /// <summary>Adds an entry in the name of the last actor of a chain, with right hashes, links and columns.</summary>
    /// <param name="authenticator">What stands in the place of an authenticator.</param>
    /// <returns>The sequence of the entry.</returns>
    public static async Task<int> ForgeEntry(this RawDatabase raw, string resource, string? authenticator)
    {
        var last = (await raw.Query("SELECT * FROM audit_entries WHERE resource = @p0 ORDER BY sequence DESC LIMIT 1", resource))[0];
        var (id, payload) = (Guid.CreateVersion7(), JsonNode.Parse(last.Text("payload"))!.AsObject());
        var sequence = (int)payload["sequence"]! + 1;
        (payload["id"], payload["sequence"], payload["previous"]) = (id.ToString(), sequence, last.Text("hash"));
        payload.Remove("personal");
        var text = CanonicalJson.Of(payload);
        await raw.Exchange("audit_entries", ["id"], [], [last
            .With("id", last["id"] is Guid ? id : id.ToString().ToUpperInvariant())
            .With("sequence", last["sequence"] is int ? sequence : (long)sequence)
            .With("payload", text)
            .With("hash", Digest.Of(text))
            .With("authenticator", (object?)authenticator ?? DBNull.Value)]);
        await raw.Execute("UPDATE audit_chains SET length = @p0, head = @p1 WHERE resource = @p2", sequence, Digest.Of(text), resource);

        return sequence;
    }
}
