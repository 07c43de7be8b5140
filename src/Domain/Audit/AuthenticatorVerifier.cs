namespace Compliance.Domain.Audit;

/// <summary>
/// Verifies the authenticators of entries. What a checkpoint sealed is covered by its signature, also if the key of the authenticator is no longer
/// available; what no checkpoint covers is accepted only with a valid authenticator.
/// </summary>
/// <param name="authors">The keys whose private halves are known. Without any, authenticators of unsealed entries are counted instead of verified.</param>
internal sealed class AuthenticatorVerifier(IReadOnlyList<SigningKey> authors)
{
    /// <summary>The unsealed entries whose authenticator could not be verified.</summary>
    public long Unverified { get; private set; }

    /// <param name="seal">The first checkpoint that covers the entry; null if none does.</param>
    /// <param name="areRequired">Whether entries without a checkpoint need an authenticator, whichever keys are known.</param>
    public AuditDefect? Check(AuditEntry entry, ChainSeal? seal, bool areRequired) =>
        entry.Authenticator is { } authenticator ? CheckPresent(entry, authenticator, seal) : CheckAbsent(entry, seal, areRequired);

    private AuditDefect? CheckAbsent(AuditEntry entry, ChainSeal? seal, bool areRequired)
    {
        if (seal is null ? areRequired || authors.Count > 0 : seal.AuthenticatedBy is not null)
        {
            return AuditDefect.AuthenticatorInvalid(entry.Resource, entry.Sequence);
        }

        Unverified += seal is null ? 1 : 0;

        return null;
    }

    private AuditDefect? CheckPresent(AuditEntry entry, string authenticator, ChainSeal? seal)
    {
        if (EntryAuthenticator.KeyIdOf(authenticator) is not { } keyId)
        {
            return AuditDefect.AuthenticatorInvalid(entry.Resource, entry.Sequence);
        }

        if (authors.FirstOrDefault(author => author.KeyId == keyId) is { } key)
        {
            return EntryAuthenticator.IsOf(authenticator, new(entry.Resource, entry.Sequence, entry.Hash), key)
                ? null
                : AuditDefect.AuthenticatorInvalid(entry.Resource, entry.Sequence);
        }

        if (seal is not null)
        {
            // Without the key the signed statement decides: it names the keys whose authenticators were verified before the seal.
            return seal.AuthenticatedBy?.Split(' ').Contains(keyId) == false ? AuditDefect.AuthenticatorInvalid(entry.Resource, entry.Sequence) : null;
        }

        if (authors.Count > 0)
        {
            return AuditDefect.AuthenticatorKeyMissing(entry.Resource, entry.Sequence);
        }

        Unverified++;

        return null;
    }
}
