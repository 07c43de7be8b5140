namespace Compliance.Domain.Audit;

/// <summary>
/// Verifies a whole audit trail and reports every difference from what was written. It trusts nothing that it reads, and no input makes it
/// throw. Its input is the checkpoints by number; then, resource by resource in ordinal order, the chain and its entries by sequence, each
/// with the personal data of its id. Entries without a chain come in the same order; personal data without an entry can come at any time.
/// Only the leaves of the checkpoints and the missing personal data are kept in memory, never the entries.
/// </summary>
/// <param name="trusted">Every key that ever signed; public keys are enough.</param>
/// <param name="authors">The keys whose private halves are known, which verify authenticators; none where the trail is verified elsewhere.</param>
public sealed class AuditVerifier(IReadOnlyList<SigningKey> trusted, params IReadOnlyList<SigningKey> authors)
{
    private readonly CheckpointVerifier checkpoints = new(trusted);
    private readonly AuthenticatorVerifier authenticators = new(authors);
    private readonly PersonalDataVerifier personalData = new();
    private readonly List<AuditDefect> inCheckpoints = [];
    private readonly List<AuditDefect> inChains = [];
    private readonly List<AuditDefect> strays = [];
    private ChainVerifier? current;
    private int chains;
    private long entries;
    private long unsealed;

    public void Checkpoint(Checkpoint checkpoint) => Note(inCheckpoints, checkpoints.Check(checkpoint));

    public void Chain(AuditChain chain)
    {
        chains++;
        Open(chain.Resource, chain);
    }

    public void Entry(AuditEntry entry, IReadOnlyList<PersonalData> personal)
    {
        entries++;

        if (current?.Resource != entry.Resource)
        {
            Open(entry.Resource, row: null);
        }

        Note(inChains, current!.Place(entry));
        var found = current.Read(entry, out var payload);
        Note(inChains, found ?? authenticators.Check(entry, current.SealOf(entry), checkpoints.HaveAuthenticators) ?? personalData.Check(entry, payload!, personal));
    }

    /// <summary>Records personal data whose entry is missing.</summary>
    public void OrphanedPersonalData(PersonalData personal) => Note(strays, AuditDefect.PersonalDataUnknown(AuditDefect.PersonalRows, null));

    public AuditVerdict Finish()
    {
        Close();
        var late = checkpoints.Unclaimed.Select(AuditDefect.ChainMissing).Concat(personalData.UnexplainedMissing());
        var inOrder = inChains.Concat(late).OrderBy(each => each.Resource, StringComparer.Ordinal).ThenBy(each => each.Sequence ?? int.MaxValue);
        AuditDefect[] breaks = [.. inCheckpoints.Concat(inOrder).Concat(strays).Take(AuditVerdict.MostBreaks)];

        return new(breaks.Length == 0, chains, entries, checkpoints.Count, unsealed, authenticators.Unverified, checkpoints.SealedAt, checkpoints.LastHash, breaks);
    }

    private void Open(string resource, AuditChain? row)
    {
        Close();
        current = new(resource, row, checkpoints.Claim(resource));
        Note(inChains, current.Open());
    }

    private void Close()
    {
        Note(inChains, current?.Close());
        unsealed += current?.Unsealed ?? 0;
        current = null;
    }

    private static void Note(List<AuditDefect> breaks, AuditDefect? found)
    {
        if (found is not null && breaks.Count < AuditVerdict.MostBreaks)
        {
            breaks.Add(found);
        }
    }
}
