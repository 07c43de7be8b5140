using System.Text.Json.Serialization;
using Compliance.Domain.Common;

namespace Compliance.Domain.Audit;

/// <summary>
/// The personal data of an entry. The payload holds only a commitment to it, so that the chain stays
/// verifiable after this row is destroyed; without the salt the content cannot be guessed.
/// </summary>
/// <param name="subject">The person concerned: the id of an account, or <see cref="Anonymous"/>.</param>
/// <param name="salt">32 random bytes in base64.</param>
/// <param name="content">Canonical JSON.</param>
public sealed class PersonalData(AuditEntryId entryId, string subject, string salt, string content)
{
    public const int SaltBytes = 32;

    /// <summary>The subject of data of an unknown person, such as the origin of a failed login.</summary>
    public const string Anonymous = "anonymous";

    /// <summary>The use case after which the data of the account <c>accounts/&lt;subject&gt;</c> may be missing.</summary>
    public const string EraseAccount = "eraseAccount";

    /// <summary>The use case after which earlier data of <see cref="Anonymous"/> may be missing.</summary>
    public const string PurgeOrigins = "purgeOrigins";

    public AuditEntryId EntryId { get; } = entryId;

    public string Subject { get; } = subject;

    public string Salt { get; } = salt;

    public string Content { get; } = content;

    /// <summary>SHA-256 over the bytes of the salt followed by the UTF-8 of the content.</summary>
    /// <exception cref="FormatException">The salt is not 32 bytes in base64, or the content is not valid Unicode.</exception>
    [JsonIgnore]
    public string Commitment => TryCommit() ?? throw new FormatException("The salt or the content is malformed.");

    internal string? TryCommit()
    {
        var salt = Base64.TryRead(Salt);
        var content = Digest.TryBytes(Content);

        return salt?.Length == SaltBytes && content is not null ? Digest.Of([.. salt, .. content]) : null;
    }
}
