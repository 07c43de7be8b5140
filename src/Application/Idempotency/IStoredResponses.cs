namespace Compliance.Application.Idempotency;

/// <summary>The stored responses. They are encrypted, because some of them show a secret that is shown only once.</summary>
public interface IStoredResponses
{
    /// <summary>
    /// Inserts a record without a response in the current transaction. If another transaction has inserted the same key, waits for its end, on
    /// whichever instance it runs.
    /// </summary>
    /// <exception cref="AnsweredMeanwhileException">The other one was committed.</exception>
    Task Claim(IdempotencyRecord claim, CancellationToken cancellationToken);

    /// <summary>Adds the response to the record of this key, in the same transaction.</summary>
    Task Complete(string key, RepeatableReply response, CancellationToken cancellationToken);

    /// <summary>Decrypts the response of a record.</summary>
    RepeatableReply Read(IdempotencyRecord record);

    /// <summary>Makes sure that the key for encryption exists: it could not be created within a transaction, because it is stored in the database.</summary>
    void Prepare();
}

/// <summary>A response as it is sent again.</summary>
/// <param name="Headers">By their names.</param>
public sealed record RepeatableReply(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>Another request under the same key was answered while this one was in progress; nothing of this one is stored.</summary>
public sealed class AnsweredMeanwhileException : Exception;
