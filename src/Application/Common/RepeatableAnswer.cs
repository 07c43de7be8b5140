namespace Compliance.Application.Common;

/// <summary>What was answered under an <c>Idempotency-Key</c>, so that the same request again gets the same answer.</summary>
/// <param name="contentSha256">Of method, address and body, in lower-case hexadecimal.</param>
public sealed class RepeatableAnswer(string key, string contentSha256, int status, string? location, byte[] body, DateTimeOffset at)
{
    public const int KeyLength = 200;

    public static readonly DomainError OtherContent = DomainError.Conflicts(
        "idempotencyKeyReused",
        "Idempotency-Key ini sudah dipakai untuk permintaan lain; gunakan kunci baru.",
        "This Idempotency-Key stands for another request; use a new key.");

    public string Key { get; } = key;

    public string ContentSha256 { get; } = contentSha256;

    public int Status { get; } = status;

    public string? Location { get; } = location;

    public byte[] Body { get; } = body;

    public DateTimeOffset At { get; } = at;
}
