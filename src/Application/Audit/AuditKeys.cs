using Compliance.Domain.Audit;

namespace Compliance.Application.Audit;

/// <summary>The key that signs the audit's seals, stored outside the database, and the older ones that still verify.</summary>
public sealed record AuditKeys(SigningKey Current, IReadOnlyList<SigningKey> Retired)
{
    public IReadOnlyList<SigningKey> Trusted => [Current, .. Retired];

    /// <summary>
    /// The keys that verify authenticators of entries: the current one, and older ones whose private half is still configured, until everything that
    /// was written with them is sealed.
    /// </summary>
    public IReadOnlyList<SigningKey> Authors => [.. Trusted.Where(key => key.CanSign)];
}
