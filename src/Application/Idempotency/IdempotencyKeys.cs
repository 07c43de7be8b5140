using Compliance.Application.Access;

namespace Compliance.Application.Idempotency;

/// <summary>
/// Makes creating safe to repeat: the same request under the same key gets the stored response; a different one is
/// refused. Only successful responses are stored, so that a refused request can be retried. Keys are separate for each caller, so
/// no caller can see the response of another.
/// </summary>
public sealed class IdempotencyKeys(
    IComplianceDb db, IRequestTransaction transaction, IStoredResponses responses, RequestContext context, TimeProvider clock)
{
    public static bool IsKey(string key) => key.Length > 0 && PlainText.Check(key, IdempotencyRecord.KeyLength) is null;

    /// <summary>Returns the stored response; null if the key is new. Refuses a different request under the key.</summary>
    public async Task<RepeatableReply?> Find(IdempotentRequest request, CancellationToken cancellationToken)
    {
        var (key, content) = (KeyOf(request), request.ContentSha256());

        if (await db.IdempotencyRecords.AsNoTracking().SingleOrDefaultAsync(record => record.Key == key, cancellationToken) is not { } found)
        {
            return null;
        }

        Rule.Require(found.ContentSha256 == content, found.OtherContent(content));

        return responses.Read(found);
    }

    /// <summary>Opens the transaction of a request that has no response yet. It claims the key before anything is saved.</summary>
    public void Open(IdempotentRequest request)
    {
        responses.Prepare();
        var claim = new IdempotencyRecord(KeyOf(request), request.ContentSha256(), 0, null, [], clock.GetUtcNow());
        transaction.Open(cancellationToken => responses.Claim(claim, cancellationToken));
    }

    /// <summary>Stores the response with the work of the request, or alone if there was nothing to save.</summary>
    public async Task Keep(IdempotentRequest request, RepeatableReply response, CancellationToken cancellationToken)
    {
        await transaction.Begin(cancellationToken);
        await responses.Complete(KeyOf(request), response, cancellationToken);
    }

    /// <summary>Hashed together with the caller, so that a key of any length fits the column.</summary>
    private string KeyOf(IdempotentRequest request) => Digest.Of($"{context.Caller.Kind}/{context.Caller.Id}/{request.Key}");
}

/// <summary>A request under a key. Two are equal if method, address and body are.</summary>
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
