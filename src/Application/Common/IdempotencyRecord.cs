namespace Compliance.Application.Common;

/// <summary>
/// The response stored under an <c>Idempotency-Key</c>, so that a repeated request gets the same response. Inserted before the work of the request, and
/// completed after it, in one transaction; what is stored is complete.
/// </summary>
/// <param name="key">A hash of the client's key and the caller.</param>
/// <param name="contentSha256">SHA-256 of method, address and body, in lower-case hexadecimal.</param>
public sealed class IdempotencyRecord(string key, string contentSha256, int status, string? location, byte[] body, DateTimeOffset at)
{
    public const int KeyLength = 200;

    public string Key { get; } = key;

    public string ContentSha256 { get; } = contentSha256;

    public int Status { get; } = status;

    public string? Location { get; } = location;

    public byte[] Body { get; } = body;

    public DateTimeOffset At { get; } = at;

    /// <summary>Whether <see cref="Body"/> holds the whole response, encrypted; false for records of earlier versions, which hold the body in clear.</summary>
    public bool IsProtected { get; init; }

    /// <summary>The error for another request under the same key; it names both by their hashes.</summary>
    public DomainError OtherContent(string sent) => DomainError.Conflict(
        "idempotencyKeyReused",
        $"Idempotency-Key ini sudah digunakan pada {Dates.Indonesian(At)} untuk permintaan lain (SHA-256 {ContentSha256}; yang dikirim {sent}); gunakan kunci baru.",
        $"This Idempotency-Key was already used on {Dates.English(At)} for another request (SHA-256 {ContentSha256}; sent {sent}); use a new key.");
}
