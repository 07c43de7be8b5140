namespace Compliance.Domain.Audit;

/// <summary>
/// Determines up to which entry each chain may be sealed: the last one that follows the sealed ones without a gap, if the program wrote it and
/// all before it. Entries are read by resource and sequence.
/// </summary>
/// <param name="authors">The keys whose private halves are known.</param>
/// <param name="acceptsUnauthenticated">Whether entries without an authenticator count as well, for those of earlier versions of the program.</param>
public sealed class SealableEntries(IReadOnlyList<SigningKey> authors, bool acceptsUnauthenticated)
{
    private readonly List<SealedChain> ends = [];
    private readonly HashSet<string> authenticatedBy = [];
    private readonly List<AuditDefect> refused = [];
    private string? stopped;

    /// <summary>The end of each chain that may be sealed.</summary>
    public IReadOnlyList<SealedChain> Ends => ends;

    /// <summary>The ids of the keys that authenticated the entries.</summary>
    public IReadOnlySet<string> AuthenticatedBy => authenticatedBy;

    /// <summary>The first entry of each chain that must not be sealed.</summary>
    public IReadOnlyList<AuditDefect> Refused => refused;

    /// <param name="end">The chain right after the entry.</param>
    /// <param name="sealedLength">The number of its entries that are sealed already.</param>
    public void Read(SealedChain end, string? authenticator, int sealedLength)
    {
        if (end.Resource == stopped)
        {
            return;
        }

        var continues = ends is [.., var last] && last.Resource == end.Resource;

        if (FaultOf(end, authenticator, continues ? ends[^1].Length : sealedLength) is { } fault)
        {
            stopped = end.Resource;
            refused.Add(fault);

            return;
        }

        if (continues)
        {
            ends[^1] = end;
        }
        else
        {
            ends.Add(end);
        }

        if (authenticator is not null)
        {
            authenticatedBy.Add(EntryAuthenticator.KeyIdOf(authenticator)!);
        }
    }

    private AuditDefect? FaultOf(SealedChain end, string? authenticator, int before)
    {
        if (end.Length != before + 1)
        {
            return AuditDefect.EntryMissing(end.Resource, before + 1);
        }

        if (authenticator is null && acceptsUnauthenticated)
        {
            return null;
        }

        if (authenticator is null || EntryAuthenticator.KeyIdOf(authenticator) is not { } keyId)
        {
            return AuditDefect.AuthenticatorInvalid(end.Resource, end.Length);
        }

        return authors.FirstOrDefault(author => author.KeyId == keyId) is not { } key ? AuditDefect.AuthenticatorKeyMissing(end.Resource, end.Length)
            : EntryAuthenticator.IsOf(authenticator, end, key) ? null
            : AuditDefect.AuthenticatorInvalid(end.Resource, end.Length);
    }
}
