using Compliance.Application.Access;

namespace Compliance.Application.Idempotency;

/// <summary>
/// Creating is safe to repeat: under a key of the client's choice the same request gets the answer it got before, and another request is
/// refused. Only answers of success are kept, so that what was refused can be tried again. A key belongs to its caller: what one was answered
/// is shown to nobody else.
/// </summary>
public sealed class IdempotencyKeys(IComplianceDb db, RequestContext context, TimeProvider clock)
{
    public static bool IsKey(string key) => key.Length > 0 && PlainText.Check(key, IdempotencyRecord.KeyLength) is null;

    /// <summary>What the same request was answered; null where the key is new. Refuses another request under the key.</summary>
    public async Task<IdempotencyRecord?> Find(IdempotentRequest request, CancellationToken cancellationToken)
    {
        var (key, content) = (KeyOf(request), request.ContentSha256());

        if (await db.IdempotencyRecords.AsNoTracking().SingleOrDefaultAsync(record => record.Key == key, cancellationToken) is not { } found)
        {
            return null;
        }

        Rule.Require(found.ContentSha256 == content, found.OtherContent(content));

        return found;
    }

    /// <summary>Two at once under one key are a race: the second one to be kept is refused by the database.</summary>
    public async Task Keep(IdempotentRequest request, int status, string? location, byte[] body, CancellationToken cancellationToken)
    {
        if (status is < 200 or >= 300)
        {
            return;
        }

        // What the request left unsaved, as a dry run does, is not to be saved with the key.
        db.ClearTracking();
        db.IdempotencyRecords.Add(new(KeyOf(request), request.ContentSha256(), status, location, body, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Hashed, so that it fits beside the caller into the column, however long it is.</summary>
    private string KeyOf(IdempotentRequest request) => Digest.Of($"{context.Caller.Kind}/{context.Caller.Id}/{request.Key}");
}

/// <summary>A request under a key. Two are the same where method, address and body are.</summary>
/// <param name="Address">Path and query.</param>
public sealed record IdempotentRequest(string Key, string Method, string Address, byte[] Body)
{
    internal string ContentSha256()
    {
        using var digest = new IncrementalDigest();
        digest.Append($"{Method} {Address}\n");
        digest.Append(Body);

        return digest.Finish();
    }
}
